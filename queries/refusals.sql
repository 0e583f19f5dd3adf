-- Question: Which rows and cells were refused, and why?
-- Grain: one row per refused row or cell, newest import first
-- Columns:
--   import_id   | INTEGER | - | the import
--   file        | VARCHAR | - | file, or member of an export zip
--   line        | INTEGER | - | row as a spreadsheet program numbers it; in a calendar the line
--   is_row      | BOOLEAN | - | false: only the cell was left out
--   reason      | VARCHAR | - | why
--   column_name | VARCHAR | - | column as the file calls it
--   cell_value  | VARCHAR | - | what stood there
select
    import_id,
    file,
    line,
    is_row,
    reason,
    column_name,
    cell_value
from model.refusal
order by import_id desc, file, line, column_name, reason, cell_value, is_row

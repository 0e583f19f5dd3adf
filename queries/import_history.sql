-- Question: What was imported when, and what became of its rows?
-- Grain: one row per import and file, newest first; rows_read = rows_new + rows_updated + rows_unchanged + rows_refused
-- Columns:
--   import_id      | INTEGER   | -    | what undo takes
--   file           | VARCHAR   | -    | file, or member of an export zip
--   kind           | VARCHAR   | -    | what it was recognised as
--   imported_at    | TIMESTAMP | UTC  | when
--   rows_read      | INTEGER   | rows | rows in the file
--   rows_new       | INTEGER   | rows | never seen before
--   rows_updated   | INTEGER   | rows | seen before with other content
--   rows_unchanged | INTEGER   | rows | the same as before
--   rows_refused   | INTEGER   | rows | not taken
--   not_counted    | BIGINT    | -    | taken, but no contact or no minutes come of it
--   people         | BIGINT    | people | contacts the file names
--   interactions   | BIGINT    | -    | interactions that hold, of this file
select
    import_id,
    file,
    kind,
    imported_at,
    rows_read,
    rows_new,
    rows_updated,
    rows_unchanged,
    rows_refused,
    not_counted,
    people,
    interactions
from model.import_part
order by import_id desc, part_no

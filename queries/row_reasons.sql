-- Question: Why were rows refused, or why do they count nothing?
-- Grain: one row per import, file, reason and kind of outcome
-- Columns:
--   import_id   | INTEGER | -    | the import
--   file        | VARCHAR | -    | file, or member of an export zip
--   is_refused  | BOOLEAN | -    | true: not taken; false: taken, counts nothing
--   reason      | VARCHAR | -    | why
--   occurrences | BIGINT  | -    | rows, for a calendar occurrences
select
    import_id,
    file,
    is_refused,
    reason,
    occurrences
from model.row_reason
order by import_id desc, file, is_refused desc, occurrences desc, reason

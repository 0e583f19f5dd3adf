-- Question: What was imported when, and what became of its rows?
-- Grain: one row per import and file, newest first; rows_read = rows_new + rows_updated + rows_unchanged + rows_refused
-- Columns:
--   import_id      | INTEGER   | -    | what undo takes
--   file           | VARCHAR   | -    | file, or member of an export zip
--   kind           | VARCHAR   | -    | what it was recognised as
--   imported_at    | TIMESTAMP | UTC  | when
--   fingerprint    | VARCHAR   | -    | first 12 digits of the SHA-256 of the file, or of the zip around it
--   rows_read      | INTEGER   | rows | rows in the file
--   rows_new       | INTEGER   | rows | never seen before
--   rows_updated   | INTEGER   | rows | seen before with other content
--   rows_unchanged | INTEGER   | rows | the same as before
--   rows_refused   | INTEGER   | rows | not taken
--   not_counted    | BIGINT    | -    | taken, but no contact or no minutes come of it
--   people         | BIGINT    | people | contacts the file names
--   interactions   | BIGINT    | -    | interactions that hold, of this file
--   shared_by      | VARCHAR   | -    | the contact whose list it is; NULL: the user's own, or that contact is in no file any more
select
    import_part.import_id,
    import_part.file,
    import_part.kind,
    import_part.imported_at,
    import_part.fingerprint,
    import_part.rows_read,
    import_part.rows_new,
    import_part.rows_updated,
    import_part.rows_unchanged,
    import_part.rows_refused,
    import_part.not_counted,
    import_part.people,
    import_part.interactions,
    contact_fact.full_name as shared_by
from model.import_part
left join model.shared_list on import_part.series = shared_list.series
left join model.contact_fact on shared_list.contact_id = contact_fact.contact_id
order by import_part.import_id desc, import_part.part_no

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
--   copy_order     | VARCHAR   | -    | older: one that came before or with it is newer; undecided: neither of two that came together tells; else NULL
--   reaches_to     | DATE      | -    | newest "Connected On" of a LinkedIn list, which stands for its date; NULL: it has none
--   newer_reaches_to | DATE    | -    | that of the newer copy, where this is the older; else NULL
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
    contact_fact.full_name as shared_by,
    case when list_copy.is_older then 'older' when list_copy.is_undecided then 'undecided' end as copy_order,
    list_copy.reaches_to,
    case when list_copy.is_older then list_copy.newest_reaches_to end as newer_reaches_to
from model.import_part
left join model.list_copy
    on import_part.kind = list_copy.kind
    and import_part.series = list_copy.series
    and import_part.import_id = list_copy.import_id
left join model.shared_list on import_part.series = shared_list.series
left join model.contact_fact on shared_list.contact_id = contact_fact.contact_id
order by import_part.import_id desc, import_part.part_no

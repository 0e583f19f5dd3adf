-- Table: the person rows that hold: of each kind, series and key the row of the newest copy; and whom the user added by
--   hand
-- Grain: one row per person row key
-- Reads: records.import, records.part, records.entry, records.person, model.list_copy, model.added_person
select
    person.*,
    part.kind,
    import.imported_at,
    list_copy.copy_no,
    part.is_snapshot and list_copy.newest_import_id is not null as is_vanished,
    case when part.is_snapshot then list_copy.newest_imported_on end as vanished_on
from records.person
inner join records.entry
    on person.import_id = entry.import_id
    and person.part_no = entry.part_no
    and person.line = entry.line
inner join records.part
    on person.import_id = part.import_id
    and person.part_no = part.part_no
inner join records.import on person.import_id = import.import_id
inner join model.list_copy
    on part.kind = list_copy.kind
    and part.series = list_copy.series
    and part.import_id = list_copy.import_id
-- Of two rows of one key in a file the first holds; but not one without a name before one that has it.
qualify row_number() over (
    partition by part.kind, part.series, entry.row_key
    order by list_copy.copy_no desc, person.full_name is null, person.part_no, person.line
) = 1
union all by name
select
    * exclude (industry, decided_at, decision_no),
    'added by hand' as kind,
    decided_at as imported_at,
    import_id as copy_no,
    false as is_vanished
from model.added_person

-- Table: the person rows that hold: of each kind, series and key the row of the latest live import; and whom the user
--   added by hand
-- Grain: one row per person row key
-- Reads: records.import, records.part, records.entry, records.person, model.added_person
with
latest_import as (
    select
        part.kind,
        part.series,
        max(part.import_id) as import_id,
        arg_max(import.imported_at, part.import_id)::date as imported_on
    from records.part
    inner join records.import on part.import_id = import.import_id
    group by part.kind, part.series
)

select
    person.*,
    part.kind,
    import.imported_at,
    part.is_snapshot and person.import_id < latest_import.import_id as is_vanished,
    case when part.is_snapshot and person.import_id < latest_import.import_id then latest_import.imported_on end as vanished_on
from records.person
inner join records.entry
    on person.import_id = entry.import_id
    and person.part_no = entry.part_no
    and person.line = entry.line
inner join records.part
    on person.import_id = part.import_id
    and person.part_no = part.part_no
inner join records.import on person.import_id = import.import_id
inner join latest_import
    on part.kind = latest_import.kind
    and part.series = latest_import.series
qualify row_number() over (
    partition by part.kind, part.series, entry.row_key order by person.import_id desc, person.part_no, person.line
) = 1
union all by name
select
    * exclude (industry, decided_at, decision_no),
    'added by hand' as kind,
    decided_at as imported_at,
    false as is_vanished
from model.added_person

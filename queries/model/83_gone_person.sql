-- Table: whom the newer copy of a list no longer has, by the run of the import that showed it
-- Grain: one row per run of an import and contact
-- Reads: records.part, records.person, model.list_copy, model.identity, model.contact_fact
with
listed as (
    select
        part.kind,
        part.series,
        person.import_id,
        identity.contact_id,
        min(struct_pack(part_no := person.part_no, line := person.line)) as place
    from records.person
    inner join records.part
        on person.import_id = part.import_id
        and person.part_no = part.part_no
    inner join model.identity on person.who = identity.who
    where part.is_snapshot and not person.is_self
    group by part.kind, part.series, person.import_id, identity.contact_id
)

select
    -- The older of the two may be the one that came later.
    case when newer.came >= copy.came then newer.run_id else copy.run_id end as run_id,
    listed.contact_id,
    max(greatest(copy.import_id, newer.import_id)) as import_id,
    max(struct_pack(import_id := listed.import_id, part_no := listed.place.part_no, line := listed.place.line)) as last_row
from listed
inner join model.list_copy as copy
    on listed.kind = copy.kind
    and listed.series = copy.series
    and listed.import_id = copy.import_id
inner join model.list_copy as newer
    on copy.kind = newer.kind
    and copy.series = newer.series
    and copy.next_import_id = newer.import_id
inner join model.contact_fact on listed.contact_id = contact_fact.contact_id
where not exists (
    -- Copies that came together may complete each other.
    select 1
    from model.list_copy as still
    inner join listed as again
        on still.kind = again.kind
        and still.series = again.series
        and still.import_id = again.import_id
    where still.kind = copy.kind and still.series = copy.series and still.run_id = newer.run_id
        and still.copy_no > copy.copy_no and again.contact_id = listed.contact_id
)
group by case when newer.came >= copy.came then newer.run_id else copy.run_id end, listed.contact_id

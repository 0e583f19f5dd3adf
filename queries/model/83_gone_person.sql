-- Table: whom the newer copy of a list no longer has, by the run of the import that showed it
-- Grain: one row per run of an import and contact
-- Reads: records.import, records.part, records.person, model.identity, model.contact_fact
with
-- Files taken in together are one run, named after the last of them.
run as (
    select
        import_id,
        max(import_id) over (partition by imported_at) as run_id
    from records.import
),

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
),

copy as (
    select
        kind,
        series,
        import_id,
        lead(import_id) over (partition by kind, series order by import_id) as next_import_id
    from (
        select distinct
            kind,
            series,
            import_id
        from records.part
        where is_snapshot
    ) as snapshot
)

select
    run.run_id,
    listed.contact_id,
    max(copy.next_import_id) as import_id,
    max(struct_pack(import_id := listed.import_id, part_no := listed.place.part_no, line := listed.place.line)) as last_row
from listed
inner join copy
    on listed.kind = copy.kind
    and listed.series = copy.series
    and listed.import_id = copy.import_id
inner join run on copy.next_import_id = run.import_id
inner join run as earlier
    on copy.import_id = earlier.import_id
    and run.run_id != earlier.run_id -- of two lists dropped together neither is the newer
inner join model.contact_fact on listed.contact_id = contact_fact.contact_id
left join listed as still
    on listed.kind = still.kind
    and listed.series = still.series
    and copy.next_import_id = still.import_id
    and listed.contact_id = still.contact_id
where still.contact_id is null
group by run.run_id, listed.contact_id

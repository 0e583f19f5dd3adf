-- Table: whom each run of an import brought, and who is no longer in the newer copy of a list
-- Grain: one row per run of an import
-- Reads: records.import, records.part, records.person, model.mention, model.identity, model.contact_fact
with
-- Files taken in together are one run, named after the last of them.
run as (
    select
        import_id,
        max(import_id) over (partition by imported_at) as run_id
    from records.import
),

first_named as (
    select
        contact_fact.contact_id,
        min(mention.import_id) as import_id
    from model.mention
    inner join model.identity on mention.who = identity.who
    inner join model.contact_fact on identity.contact_id = contact_fact.contact_id
    group by contact_fact.contact_id
),

new_people as (
    select
        run.run_id,
        count(*) as people
    from first_named
    inner join run on first_named.import_id = run.import_id
    group by run.run_id
),

listed as (
    select distinct
        part.kind,
        part.series,
        person.import_id,
        identity.contact_id
    from records.person
    inner join records.part
        on person.import_id = part.import_id
        and person.part_no = part.part_no
    inner join model.identity on person.who = identity.who
    where part.is_snapshot and not person.is_self
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
),

gone_people as (
    select
        run.run_id,
        count(distinct listed.contact_id) as people
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
    group by run.run_id
)

select
    whole.run_id,
    coalesce(new_people.people, 0) as new_people,
    coalesce(gone_people.people, 0) as gone_people
from (select distinct run.run_id from run) as whole
left join new_people on whole.run_id = new_people.run_id
left join gone_people on whole.run_id = gone_people.run_id

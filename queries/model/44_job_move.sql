-- Table: who works elsewhere than the export before said: of each list, its copies compared one after the other
-- Grain: one row per run of an import and person
-- Reads: records.import, records.part, records.person, model.identity
with
-- Files taken in together are one run, named after the last of them.
run as (
    select
        import_id,
        max(import_id) over (partition by imported_at) as run_id
    from records.import
),

stated as (
    select
        identity.contact_id,
        part.kind,
        part.series,
        person.import_id,
        arg_min(
            {'company': person.company, 'company_key': person.company_key, 'position': person.position},
            (person.part_no, person.line)
        ) as job,
        list(distinct person.company_key) as company_keys
    from records.person
    inner join records.part
        on person.import_id = part.import_id
        and person.part_no = part.part_no
    inner join model.identity on person.who = identity.who
    where person.company_key is not null and not person.is_self
    group by identity.contact_id, part.kind, part.series, person.import_id
),

followed as (
    select
        *,
        lag(job) over (partition by contact_id, kind, series order by import_id) as earlier
    from stated
)

select
    run.run_id,
    followed.contact_id,
    arg_max(followed.earlier, (followed.kind, followed.series, followed.import_id)) as job_before,
    arg_max(followed.job, (followed.kind, followed.series, followed.import_id)) as job_after
from followed
inner join run on followed.import_id = run.import_id
-- Somebody with two jobs in one list has not moved when their order changes.
where followed.earlier is not null and not list_contains(followed.company_keys, followed.earlier.company_key)
group by run.run_id, followed.contact_id

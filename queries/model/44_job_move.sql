-- Table: who works elsewhere than the export before said: of each list, its copies compared one after the other
-- Grain: one row per run of an import and person
-- Reads: records.part, records.person, model.list_copy, model.identity
with
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
        stated.*,
        list_copy.run_id,
        list_copy.came,
        list_copy.copy_no,
        list_copy.reaches_to,
        lag(stated.job) over copies as earlier,
        lag(list_copy.run_id) over copies as earlier_run_id,
        lag(list_copy.came) over copies as earlier_came,
        lag(list_copy.reaches_to) over copies as earlier_reaches_to
    from stated
    inner join model.list_copy
        on stated.kind = list_copy.kind
        and stated.series = list_copy.series
        and stated.import_id = list_copy.import_id
    window copies as (partition by stated.contact_id, stated.kind, stated.series order by list_copy.copy_no)
)

select
    -- The older of the two may be the one that came later.
    case when followed.came >= followed.earlier_came then followed.run_id else followed.earlier_run_id end as run_id,
    followed.contact_id,
    arg_max(followed.earlier, (followed.kind, followed.series, followed.copy_no)) as job_before,
    arg_max(followed.job, (followed.kind, followed.series, followed.copy_no)) as job_after
from followed
-- Somebody with two jobs in one list has not moved when their order changes.
where followed.earlier is not null and not list_contains(followed.company_keys, followed.earlier.company_key)
    -- Of two copies that came together and do not tell which is newer nobody moved.
    and (followed.run_id != followed.earlier_run_id or followed.earlier_reaches_to < followed.reaches_to)
group by
    case when followed.came >= followed.earlier_came then followed.run_id else followed.earlier_run_id end,
    followed.contact_id

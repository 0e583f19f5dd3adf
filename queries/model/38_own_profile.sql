-- Table: the user's own name and job, as the newest files say it
-- Grain: one row
-- Reads: records.person, records.own_position
with
profile as (
    select
        arg_max(full_name, import_id) filter (full_name is not null) as full_name,
        arg_max(position, import_id) filter (position is not null) as headline
    from records.person
    where is_self
),

job as (
    select
        arg_max(company, (import_id, started_on)) as company,
        arg_max(title, (import_id, started_on)) as position
    from records.own_position
    where finished_on is null
)

select
    profile.full_name,
    profile.headline,
    job.company,
    job.position
from profile
cross join job

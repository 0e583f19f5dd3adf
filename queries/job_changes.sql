-- Question: Who changed jobs between two copies of a list, and who moved into an industry that is a gap?
-- Grain: one row per import (files taken in together as one) and contact, newest import first, moves into a gap first
-- Params:
--   as_of        | DATE    | -       | last day that counts, for what is a gap now
--   window_days  | INTEGER | days    | length of the window that ends on as_of
--   weighting    | VARCHAR | -       | minutes, people or warm
-- Columns:
--   import_id     | INTEGER   | -   | the import that showed it, as in import_effect
--   imported_at   | TIMESTAMP | UTC | when that was
--   contact_id    | VARCHAR   | -   | the contact
--   full_name     | VARCHAR   | -   | the name
--   from_company  | VARCHAR   | -   | employer in the copy before
--   to_company    | VARCHAR   | -   | employer in this copy
--   to_position   | VARCHAR   | -   | job title there
--   from_industry | VARCHAR   | -   | code of the industry before; NULL: not known
--   from_label    | VARCHAR   | -   | the same in words
--   to_industry   | VARCHAR   | -   | code of the industry now; NULL: not known
--   to_label      | VARCHAR   | -   | the same in words
--   is_gap_now    | BOOLEAN   | -   | they changed the industry, and the new one is below its target now
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting
),

gap as (
    select gap_industry.industry
    from params
    cross join model.gap_industry(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as gap_industry
)

select
    job_change.run_id as import_id,
    import_run.imported_at,
    job_change.contact_id,
    job_change.full_name,
    job_change.from_company,
    job_change.to_company,
    job_change.to_position,
    job_change.from_industry,
    industry_before.short_label as from_label,
    job_change.to_industry,
    industry_after.short_label as to_label,
    coalesce(gap.industry != coalesce(job_change.from_industry, ''), false) as is_gap_now
from model.job_change
inner join model.import_run on job_change.run_id = import_run.run_id
left join gap on job_change.to_industry = gap.industry
left join model.industry as industry_before on job_change.from_industry = industry_before.industry
left join model.industry as industry_after on job_change.to_industry = industry_after.industry
order by job_change.run_id desc, is_gap_now desc, job_change.full_name, job_change.contact_id

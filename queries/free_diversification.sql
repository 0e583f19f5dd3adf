-- Question: Which people I already know would widen my network, without any introduction?
-- Grain: one row per contact in an industry below its target: who moved there between two exports, then once strong ties
--   that sleep; within each by the width of the gap
-- Params:
--   as_of        | DATE    | -    | last day that counts
--   window_days  | INTEGER | days | length of the window that ends on as_of
--   weighting    | VARCHAR | -    | minutes, people or warm
-- Columns:
--   contact_id          | VARCHAR   | -       | short id, for addresses of pages
--   full_name           | VARCHAR   | -       | name, or the address where no name is known
--   company             | VARCHAR   | -       | employer now
--   industry            | VARCHAR   | -       | code of the industry that is a gap
--   label               | VARCHAR   | -       | the same in words
--   reason              | VARCHAR   | -       | moved or once strong
--   from_company        | VARCHAR   | -       | the employer before the move; NULL: did not move
--   from_label          | VARCHAR   | -       | the industry before the move; NULL: not known, or did not move
--   seen_on             | TIMESTAMP | UTC     | the import that showed the move; NULL: did not move
--   minutes_ever        | DOUBLE    | minutes | all time on record
--   last_interaction_on | DATE      | -       | latest interaction up to as_of
--   strength            | DOUBLE    | 0..100  | how warm the tie is; NULL: no interaction on record
--   gap_points          | DOUBLE    | 0..1    | what the industry's share lacks
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting
),

share as (
    select
        contact_weight.industry,
        sum(contact_weight.weight)
        / nullif(sum(sum(contact_weight.weight)) over (), 0) as share
    from params
    cross join model.contact_weight(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as contact_weight
    where contact_weight.industry is not null
    group by contact_weight.industry
),

gap as (
    select
        target_mix.industry,
        target_mix.target_share - coalesce(share.share, 0) as points
    from model.target_mix
    cross join model.home
    left join share on target_mix.industry = share.industry
    where target_mix.target_share > coalesce(share.share, 0) and target_mix.industry is distinct from home.industry
),

moved as (
    select
        job_change.contact_id,
        arg_max(job_change.from_company, job_change.run_id) as from_company,
        arg_max(job_change.from_industry, job_change.run_id) as from_industry,
        max(import_run.imported_at) as seen_on
    from model.job_change
    inner join model.import_run on job_change.run_id = import_run.run_id
    where job_change.from_industry is distinct from job_change.to_industry
    group by job_change.contact_id
)

select
    contact.contact_id,
    coalesce(contact.full_name, contact.email, 'No name known') as full_name,
    contact.company,
    contact.industry,
    industry.short_label as label,
    case when moved.contact_id is not null then 'moved' else 'once strong' end as reason,
    moved.from_company,
    industry_before.short_label as from_label,
    moved.seen_on,
    coalesce(tie.minutes_ever, 0) as minutes_ever,
    tie.last_on as last_interaction_on,
    tie.strength,
    gap.points as gap_points
from model.contact
inner join gap on contact.industry = gap.industry
inner join model.industry on contact.industry = industry.industry
left join moved on contact.contact_id = moved.contact_id
left join model.industry as industry_before on moved.from_industry = industry_before.industry
left join model.tie((select params.as_of from params)) as tie on contact.contact_id = tie.contact_id
where (moved.contact_id is not null or tie.is_dormant_once_strong)
    and not contact.is_private and not contact.is_archived and not contact.is_colleague
    and not contact.is_shared_mailbox
order by moved.contact_id is null, gap.points desc, coalesce(tie.minutes_ever, 0) desc, contact.contact_id

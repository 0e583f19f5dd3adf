-- Question: Which few steps would close most of what is missing?
-- Grain: one row per industry below its target, widest gap first: more time where one knows people, an introduction where not
-- Params:
--   as_of        | DATE    | -    | last day that counts
--   window_days  | INTEGER | days | length of the window that ends on as_of
--   weighting    | VARCHAR | -    | minutes, people or warm
-- Columns:
--   place           | BIGINT  | -           | 1 is the widest gap
--   industry        | VARCHAR | -           | code in the taxonomy
--   label           | VARCHAR | -           | the industry in words
--   step            | VARCHAR | -           | time (one knows people there) or introduction (one knows nobody)
--   hours_per_month | DOUBLE  | hours a month | the time that is missing; NULL where people are counted
--   gap_points      | DOUBLE  | 0..1        | target share minus share
--   closes          | DOUBLE  | 0..1        | part of all that is missing, over the industries below their target
--   closes_with     | DOUBLE  | 0..1        | the same with the steps above it
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting
),

present as (
    select
        contact_weight.industry,
        count(*) filter (contact_weight.is_counted) as people,
        sum(contact_weight.weight) as weight,
        any_value(contact_weight.weighting) as weighting
    from params
    cross join model.contact_weight(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as contact_weight
    where contact_weight.industry is not null
    group by contact_weight.industry
),

known as (
    select
        sum(weight) as weight,
        any_value(weighting) as weighting
    from present
),

gap as (
    select
        target_mix.industry,
        coalesce(present.people, 0) as people,
        target_mix.target_share - coalesce(present.weight, 0) / nullif(known.weight, 0) as points,
        case when known.weighting = 'minutes'
            then known.weight / least(params.window_days, params.as_of - calendar.first_on + 1) * 30.44 / 60
        end as hours
    from model.target_mix
    cross join known
    cross join params
    cross join model.home
    cross join model.calendar
    left join present on target_mix.industry = present.industry
    where target_mix.industry is distinct from home.industry
),

ranked as (
    select
        gap.*,
        row_number() over (order by gap.points desc, gap.industry) as place,
        gap.points / sum(gap.points) over () as closes
    from gap
    where gap.points > 0
)

select
    ranked.place,
    ranked.industry,
    industry.short_label as label,
    case when ranked.people > 0 then 'time' else 'introduction' end as step,
    ranked.points * ranked.hours as hours_per_month,
    ranked.points as gap_points,
    ranked.closes,
    sum(ranked.closes) over (order by ranked.place) as closes_with
from ranked
inner join model.industry on ranked.industry = industry.industry
order by ranked.place

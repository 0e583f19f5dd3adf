-- Question: How did the home share and the spread change over time?
-- Grain: one row per month end, oldest first; each looks back over trail_days
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   trail_days   | INTEGER | days    | each point covers this many days up to period_on
--   points       | INTEGER | -       | how many months back
-- Columns:
--   period_on            | DATE   | -          | last day of the period
--   home_share           | DOUBLE | 0..1       | part of the known minutes inside the home industry; NULL: none known
--   home_share_low       | DOUBLE | 0..1       | the same if nothing unknown were home
--   home_share_high      | DOUBLE | 0..1       | the same if all the unknown were home
--   hhi                  | DOUBLE | 0..1       | sum of the squared shares
--   effective_industries | DOUBLE | industries | 1 / hhi
--   minutes              | DOUBLE | minutes    | networking time in the period
--   outside_hours_per_month | DOUBLE | hours a month | known time outside home; NULL: no home industry
--   home_target_share    | DOUBLE | 0..1       | share of the home industry in the target mix
with
params as (
    select
        $as_of::date as as_of,
        $trail_days::integer as trail_days,
        $points::integer as points
),

period as (
    select period_on
    from model.trail_period(
        (select params.as_of from params),
        (select params.trail_days from params),
        (select params.points from params)
    )
),

period_total as (
    select
        period.period_on,
        trail_total.industry,
        trail_total.minutes
    from period
    left join model.trail_total(
        (select params.as_of from params),
        (select params.trail_days from params),
        (select params.points from params)
    ) as trail_total
        on period.period_on = trail_total.period_on
),

shared as (
    select
        period_total.period_on,
        period_total.industry,
        period_total.minutes,
        case when period_total.industry is not null then period_total.minutes
            / nullif(sum(period_total.minutes) filter (period_total.industry is not null)
                over (partition by period_total.period_on), 0) end as p
    from period_total
),

summed as (
    select
        shared.period_on,
        any_value(params.trail_days) as trail_days,
        any_value(target_mix.target_share) as home_target_share,
        coalesce(sum(shared.minutes), 0) as minutes,
        sum(shared.minutes) filter (shared.industry is null) as unknown_minutes,
        sum(shared.minutes) filter (shared.industry is not null) as known_minutes,
        coalesce(sum(shared.minutes) filter (shared.industry = home.industry), 0) as home_minutes,
        sum(shared.p * shared.p) as hhi,
        any_value(home.industry) as home_industry
    from shared
    cross join params
    cross join model.home
    left join model.target_mix on home.industry = target_mix.industry
    group by shared.period_on
)

select
    period_on,
    case when home_industry is not null then home_minutes / nullif(known_minutes, 0) end as home_share,
    case when home_industry is not null then home_minutes / nullif(minutes, 0) end as home_share_low,
    case when home_industry is not null then (home_minutes + coalesce(unknown_minutes, 0)) / nullif(minutes, 0) end
        as home_share_high,
    hhi,
    1 / nullif(hhi, 0) as effective_industries,
    minutes,
    case when home_industry is not null
        then (coalesce(known_minutes, 0) - home_minutes) / 60 / trail_days * 30.44 end as outside_hours_per_month,
    home_target_share
from summed
order by period_on

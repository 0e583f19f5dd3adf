-- Question: How did the share of each industry change over time?
-- Grain: one row per month end and industry of the taxonomy, oldest first; each looks back over trail_days
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   trail_days   | INTEGER | days    | each point covers this many days up to period_on
--   points       | INTEGER | -       | how many months back
-- Columns:
--   period_on | DATE    | -       | last day of the period
--   industry  | VARCHAR | -       | code in the taxonomy
--   label     | VARCHAR | -       | the industry in words
--   share     | DOUBLE  | 0..1    | part of the known minutes; NULL: none known in the period
--   minutes   | DOUBLE  | minutes | networking time in the period
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
    select *
    from model.trail_total(
        (select params.as_of from params),
        (select params.trail_days from params),
        (select params.points from params)
    )
    where industry is not null
)

select
    period.period_on,
    listed.industry,
    listed.short_label as label,
    coalesce(period_total.minutes, 0)
    / nullif(sum(period_total.minutes) over (partition by period.period_on), 0) as share,
    coalesce(period_total.minutes, 0) as minutes
from period
cross join model.industry as listed
left join period_total
    on period.period_on = period_total.period_on
    and listed.industry = period_total.industry
order by period.period_on, listed.place

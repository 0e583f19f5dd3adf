-- Question: How did the shares of the largest employers, functions or industries change over time?
-- Grain: one row per unit and month end, largest unit first, then oldest first; each looks back over trail_days.
--   Not for how long people are known: they pass from one length of time into the next without anybody doing anything
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   trail_days   | INTEGER | days    | each point covers this many days up to period_on
--   points       | INTEGER | -       | how many months back
--   unit         | VARCHAR | -       | industry, employer or function
--   most         | INTEGER | -       | how many units, by their minutes in all periods together
-- Columns:
--   rank      | BIGINT  | -       | 1 has most minutes in all periods together
--   within    | VARCHAR | -       | what the unit is known by
--   label     | VARCHAR | -       | the unit in words
--   period_on | DATE    | -       | last day of the period
--   share     | DOUBLE  | 0..1    | part of the minutes whose unit is known; NULL: none known in the period
--   minutes   | DOUBLE  | minutes | networking time in the period
with
params as (
    select
        $as_of::date as as_of,
        $trail_days::integer as trail_days,
        $points::integer as points,
        $unit::varchar as unit,
        $most::integer as most
),

period as (
    select period_on
    from model.trail_period(
        (select params.as_of from params),
        (select params.trail_days from params),
        (select params.points from params)
    )
),

day_total as (
    select
        contact_unit.unit_key as within,
        counted_day.occurred_on,
        min(contact_unit.label) as label,
        sum(counted_day.minutes) as minutes
    from model.counted_day() as counted_day
    inner join model.contact_unit((select params.as_of from params), (select params.unit from params)) as contact_unit
        on counted_day.contact_id = contact_unit.contact_id
    cross join params
    where contact_unit.unit_key is not null and params.unit != 'known' and counted_day.occurred_on <= params.as_of
    group by contact_unit.unit_key, counted_day.occurred_on
),

period_total as materialized (
    select
        period.period_on,
        day_total.within,
        min(day_total.label) as label,
        sum(day_total.minutes) as minutes
    from period
    cross join params
    inner join day_total
        on period.period_on >= day_total.occurred_on
        and period.period_on - params.trail_days < day_total.occurred_on
    group by period.period_on, day_total.within
),

whole as (
    select
        period_on,
        sum(minutes) as minutes
    from period_total
    group by period_on
),

-- The largest of all periods together: who was left behind is shown as well as who came.
listed as (
    select
        period_total.within,
        min(period_total.label) as label,
        row_number() over (order by sum(period_total.minutes) desc, period_total.within) as rank
    from period_total
    group by period_total.within
    having sum(period_total.minutes) > 0
)

select
    listed.rank,
    listed.within,
    listed.label,
    period.period_on,
    coalesce(period_total.minutes, 0) / nullif(whole.minutes, 0) as share,
    coalesce(period_total.minutes, 0) as minutes
from listed
cross join params
cross join period
left join whole on period.period_on = whole.period_on
left join period_total
    on listed.within = period_total.within
    and period.period_on = period_total.period_on
where listed.rank <= params.most
order by listed.rank, period.period_on

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
with
params as (
    select
        $as_of::date as as_of,
        $trail_days::integer as trail_days,
        $points::integer as points
),

period as (
    select (params.as_of - to_months(back.months::integer))::date as period_on
    from params
    cross join (select unnest(range(0, 240)) as months) as back
    cross join model.calendar
    where back.months < params.points
        and (params.as_of - to_months(back.months::integer))::date >= calendar.first_on + params.trail_days
        and calendar.has_interactions
),

day_total as (
    select
        contact.industry,
        contact_day.occurred_on,
        sum(contact_day.minutes + case when setting.counts_colleagues then contact_day.colleague_minutes else 0 end)
            as minutes
    from model.contact_day
    inner join model.contact on contact_day.contact_id = contact.contact_id
    cross join model.setting
    where not contact.is_private
    group by contact.industry, contact_day.occurred_on
),

period_total as (
    select
        period.period_on,
        day_total.industry,
        sum(day_total.minutes) as minutes
    from period
    cross join params
    left join day_total
        on period.period_on >= day_total.occurred_on
        and period.period_on - params.trail_days < day_total.occurred_on
    group by period.period_on, day_total.industry
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
        coalesce(sum(shared.minutes), 0) as minutes,
        sum(shared.minutes) filter (shared.industry is null) as unknown_minutes,
        sum(shared.minutes) filter (shared.industry is not null) as known_minutes,
        coalesce(sum(shared.minutes) filter (shared.industry = home.industry), 0) as home_minutes,
        sum(shared.p * shared.p) as hhi,
        any_value(home.industry) as home_industry
    from shared
    cross join model.home
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
    minutes
from summed
order by period_on

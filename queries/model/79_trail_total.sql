-- Macro: trail_total(as_of, trail_days, points)
-- Table: minutes of each industry in the trail_days up to each month end
-- Grain: one row per month end and industry with any minutes; industry is NULL where it is not known
-- Reads: model.counted_day, model.trail_period
with
-- First by day: a point is then the sum of 90 rows, not of all that happened.
day_total as (
    select
        industry,
        occurred_on,
        sum(minutes) as minutes
    from model.counted_day()
    group by industry, occurred_on
)

select
    trail_period.period_on,
    day_total.industry,
    sum(day_total.minutes) as minutes
from model.trail_period(as_of, trail_days, points) as trail_period
inner join day_total
    on trail_period.period_on >= day_total.occurred_on
    and trail_period.period_on - trail_days < day_total.occurred_on
group by trail_period.period_on, day_total.industry

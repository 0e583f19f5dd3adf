-- Question: Do my cadences fit into the hours I keep?
-- Grain: one row. Colleagues are left out on both sides: time with them is no networking time
-- Params:
--   today        | DATE    | -    | the day it is
-- Columns:
--   people                 | BIGINT | people        | contacts with a cadence
--   need_hours_per_month   | DOUBLE | hours a month | typical minutes over cadence, of all of them
--   kept_hours_per_month   | DOUBLE | hours a month | networking time of the last 12 weeks; NULL: no interactions
--   planned_hours_per_month | DOUBLE | hours a month | what the time plan promises
with
params as (
    select $today::date as today
),

need as (
    select
        count(*) as people,
        coalesce(sum(touch.typical_minutes / touch.cadence_days), 0) * 30.44 / 60 as hours
    from params
    cross join model.touch((select params.today from params)) as touch
    where touch.cadence_days is not null and not touch.is_colleague
),

kept as (
    select sum(contact_day.minutes) / 84 * 30.44 / 60 as hours
    from model.contact_day
    inner join model.contact on contact_day.contact_id = contact.contact_id
    cross join params
    where contact_day.occurred_on <= params.today and contact_day.occurred_on > params.today - 84
        and not contact.is_private
)

select
    need.people,
    need.hours as need_hours_per_month,
    case when calendar.has_interactions then coalesce(kept.hours, 0) end as kept_hours_per_month,
    time_plan.minutes_per_week / 7.0 * 30.44 / 60 as planned_hours_per_month
from need
cross join kept
cross join model.calendar
cross join model.time_plan

-- Question: When am I free, and when busy, today and in the next seven days?
-- Grain: one row per stretch of a day from Monday to Friday, or a day of the plan, within the hours shown, in order
-- Params:
--   today | DATE | - | the day it is, the first of the days
-- Columns:
--   starts_at | TIMESTAMP | -       | begin, in the plan's time zone
--   ends_at   | TIMESTAMP | -       | end
--   minutes   | DOUBLE    | minutes | length
--   is_busy   | BOOLEAN   | -       | something is in the calendar
--   is_planned_day | BOOLEAN | -    | the day suits the plan
with
params as (
    select $today::date as today
),

-- From 8 to 18 at least, so that one sees the day around the plan's own hours.
day as (
    select
        params.today + ahead.number::integer as on_day,
        list_contains(
            string_split(time_plan.days, ','),
            ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][isodow(params.today + ahead.number::integer)]
        ) as is_planned_day,
        least(time_plan.earliest_minute, 480) as first_minute,
        greatest(time_plan.latest_minute, 1080) as last_minute
    from params
    cross join model.time_plan
    cross join range(8) as ahead (number)
),

shown as (
    select
        on_day,
        is_planned_day,
        on_day + to_minutes(first_minute) as opens_at,
        on_day + to_minutes(last_minute) as closes_at
    from day
    where is_planned_day or isodow(on_day) <= 5
),

local_event as (
    select
        timezone(time_plan.time_zone, timezone('UTC', busy.starts_at)) as starts_at,
        timezone(time_plan.time_zone, timezone('UTC', busy.ends_at)) as ends_at
    from model.busy
    cross join model.time_plan
    cross join params
    where busy.ends_at > params.today - 1 and busy.starts_at < params.today + 9
),

clipped as (
    select
        shown.on_day,
        greatest(local_event.starts_at, shown.opens_at) as starts_at,
        least(local_event.ends_at, shown.closes_at) as ends_at
    from shown
    inner join local_event
        on shown.closes_at > local_event.starts_at
        and shown.opens_at < local_event.ends_at
),

-- A new stretch begins where all before it on that day are over.
marked as (
    select
        *,
        coalesce(starts_at > max(ends_at) over (
            partition by on_day order by starts_at, ends_at rows between unbounded preceding and 1 preceding
        ), true) as is_new
    from clipped
),

island as (
    select
        *,
        sum(is_new::integer) over (partition by on_day order by starts_at, ends_at rows unbounded preceding) as number
    from marked
),

busy_stretch as (
    select
        on_day,
        min(starts_at) as starts_at,
        max(ends_at) as ends_at
    from island
    group by on_day, number
),

-- What lies between: from the opening or an end to the next begin or the closing.
edge as (
    select
        on_day,
        opens_at as at_time,
        closes_at
    from shown
    union all
    select
        busy_stretch.on_day,
        busy_stretch.ends_at as at_time,
        shown.closes_at
    from busy_stretch
    inner join shown on busy_stretch.on_day = shown.on_day
),

gap as (
    select
        edge.on_day,
        edge.at_time as starts_at,
        coalesce(min(busy_stretch.starts_at), edge.closes_at) as ends_at
    from edge
    left join busy_stretch
        on edge.on_day = busy_stretch.on_day
        and edge.at_time <= busy_stretch.starts_at
    group by edge.on_day, edge.at_time, edge.closes_at
),

stretch as (
    select
        on_day,
        starts_at,
        ends_at,
        true as is_busy
    from busy_stretch
    union all
    select
        on_day,
        starts_at,
        ends_at,
        false as is_busy
    from gap
)

select
    stretch.starts_at,
    stretch.ends_at,
    date_diff('second', stretch.starts_at, stretch.ends_at) / 60.0::double as minutes,
    stretch.is_busy,
    shown.is_planned_day
from stretch
inner join shown on stretch.on_day = shown.on_day
where stretch.ends_at > stretch.starts_at
order by stretch.starts_at

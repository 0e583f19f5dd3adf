-- Question: Which slots of my plan passed without anybody, and when could they be instead?
-- Grain: one row per slot of the last seven days, weekly or moved, in whose hours nothing with anybody who is neither a
--   colleague nor private is on record, no entry of that day and no step of a request; none that was moved on since
-- Params:
--   today | DATE | - | the day it is; slots of the days before it are looked at
-- Columns:
--   slot       | VARCHAR   | -       | the name under which moving it is decided
--   starts_at  | TIMESTAMP | -       | when it was, in the plan's time zone
--   ends_at    | TIMESTAMP | -       | its end
--   minutes    | INTEGER   | minutes | its length
--   is_known   | BOOLEAN   | -       | a calendar was imported after it; false: a newer one may show that it was kept
--   free_at    | TIMESTAMP | -       | where it could go: the first free stretch of the next such day within the plan's hours,
--     each missed slot on a day of its own; NULL: not known to be missed, or nowhere in the next seven days
--   free_until | TIMESTAMP | -       | the end of that
with
params as (
    select $today::date as today
),

weekly as (
    select
        list_position(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], split_part(entry.text, ' ', 1)) as place,
        split_part(entry.text, ' ', 2)::integer as start_minute,
        split_part(entry.text, ' ', 3)::integer as minutes
    from model.time_plan
    cross join unnest(string_split(time_plan.saved_slots, ',')) as entry (text)
    where time_plan.is_saved
),

-- A saved slot holds from the day after it was saved.
due as (
    select
        params.today - 1 - ((isodow(params.today - 1) - weekly.place + 7) % 7)::integer
        + to_minutes(weekly.start_minute) as starts_at,
        weekly.minutes
    from weekly
    cross join params
    cross join model.time_plan
    where params.today - 1 - ((isodow(params.today - 1) - weekly.place + 7) % 7)::integer
        > timezone(time_plan.time_zone, timezone('UTC', time_plan.saved_at))::date
    union
    select
        moved_slot.starts_at,
        moved_slot.minutes
    from model.moved_slot
    cross join params
    where not moved_slot.is_taken_back
        and moved_slot.starts_at >= params.today - 7 and moved_slot.starts_at < params.today
),

passed as (
    select
        due.starts_at,
        due.minutes,
        due.starts_at + to_minutes(due.minutes) as ends_at,
        timezone('UTC', timezone(time_plan.time_zone, due.starts_at)) as from_utc,
        timezone('UTC', timezone(time_plan.time_zone, due.starts_at + to_minutes(due.minutes))) as to_utc
    from due
    cross join model.time_plan
    where due.starts_at not in (select moved_slot.missed_at from model.moved_slot where not moved_slot.is_taken_back)
),

-- A day more on both sides: the files' days may be another zone's.
spent as (
    select
        interaction.starts_at,
        interaction.starts_at + to_seconds(greatest(60 * coalesce(interaction.minutes, 0), 1)) as ends_at
    from model.participation
    cross join params
    inner join model.interaction
        on participation.import_id = interaction.import_id
        and participation.occurrence_no = interaction.occurrence_no
    inner join model.contact on participation.contact_id = contact.contact_id
    where participation.occurred_on between params.today - 9 and params.today
        and not participation.is_colleague and not contact.is_private
),

-- Of entries and of steps of requests the day alone is known.
busy_day as (
    select own_entry.happened_on as on_day
    from model.own_entry
    inner join model.contact on own_entry.contact_id = contact.contact_id
    where not own_entry.is_colleague and not contact.is_private
    union
    select arg_max_null(intro_request_event.happened_on, intro_request_event.decision_no) as on_day
    from decisions.intro_request_event
    group by intro_request_event.request_key, intro_request_event.state
),

newest as (
    select max(import_part.imported_at) as imported_at
    from model.import_part
    where import_part.kind = 'calendar'
),

empty as (
    select
        passed.*,
        coalesce(newest.imported_at >= passed.to_utc, false) as is_known
    from passed
    cross join newest
    where not exists (select 1 from spent where spent.starts_at < passed.to_utc and spent.ends_at > passed.from_utc)
        and passed.starts_at::date not in (select busy_day.on_day from busy_day where busy_day.on_day is not null)
),

missed as (
    select
        *,
        row_number() over (order by starts_at) as place
    from empty
    where is_known
),

open_day as (
    select params.today + 1 + ahead.number::integer as on_day
    from params
    cross join model.time_plan
    cross join range(7) as ahead (number)
    where isodow(params.today + 1 + ahead.number::integer) <= 5
        or list_contains(
            string_split(time_plan.days, ','),
            ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][isodow(params.today + 1 + ahead.number::integer)]
        )
),

-- In the plan's zone: the calendar, the weekly slots to come, and what was moved.
taken as (
    select
        timezone(time_plan.time_zone, timezone('UTC', busy.starts_at)) as starts_at,
        timezone(time_plan.time_zone, timezone('UTC', busy.ends_at)) as ends_at
    from model.busy
    cross join model.time_plan
    cross join params
    where busy.ends_at > params.today and busy.starts_at < params.today + 10
    union all
    select
        open_day.on_day + to_minutes(weekly.start_minute) as starts_at,
        open_day.on_day + to_minutes(weekly.start_minute + weekly.minutes) as ends_at
    from open_day
    inner join weekly on isodow(open_day.on_day) = weekly.place
    union all
    select
        starts_at,
        ends_at
    from model.moved_slot
    where not is_taken_back
),

candidate as (
    select
        missed.place,
        open_day.on_day,
        open_day.on_day + to_minutes(time_plan.earliest_minute + 30 * step.number) as starts_at,
        open_day.on_day + to_minutes(time_plan.earliest_minute + 30 * step.number + missed.minutes) as ends_at
    from missed
    cross join open_day
    cross join model.time_plan
    cross join range(48) as step (number)
    where time_plan.earliest_minute + 30 * step.number + missed.minutes <= time_plan.latest_minute
),

first_of_day as (
    select
        candidate.place,
        min(candidate.starts_at) as starts_at,
        min(candidate.ends_at) as ends_at,
        row_number() over (partition by candidate.place order by candidate.on_day) as choice
    from candidate
    left join taken
        on candidate.starts_at < taken.ends_at
        and candidate.ends_at > taken.starts_at
    where taken.starts_at is null
    group by candidate.place, candidate.on_day
)

select
    'moved ' || strftime(empty.starts_at, '%Y-%m-%d %H:%M') as slot,
    empty.starts_at,
    empty.ends_at,
    empty.minutes,
    empty.is_known,
    first_of_day.starts_at as free_at,
    first_of_day.ends_at as free_until
from empty
left join missed on empty.starts_at = missed.starts_at
left join first_of_day
    on missed.place = first_of_day.place
    and missed.place = first_of_day.choice
order by empty.starts_at

-- Question: Which hours of my week do I keep free for networking?
-- Grain: one row per slot of the week, in the order of the next seven days. Saved slots hold; else those are proposed
--   that are free next time and in most of the coming weeks, spread over the days. Slots moved there stand beside them
-- Params:
--   today       | DATE    | - | the day it is; a saved slot of it stands, those proposed are after it
--   weeks_ahead | INTEGER | - | coming weeks to look at
-- Columns:
--   slot         | VARCHAR   | -       | weekday, minute of the day and length, as it is saved; of a moved one the name of its decision
--   slot_no      | BIGINT    | -       | 1 is the first of the week: part of the calendar event's id; moved ones follow
--   weekday      | VARCHAR   | -       | MO to SU
--   starts_at    | TIMESTAMP | -       | its next start, in the plan's time zone
--   ends_at      | TIMESTAMP | -       | its next end
--   minutes      | INTEGER   | minutes | its length
--   is_free_next | BOOLEAN   | -       | nothing else in the calendar then
--   weeks_free   | BIGINT    | -       | coming weeks in which it is free
--   weeks_ahead  | INTEGER   | -       | of so many
--   moved_from   | TIMESTAMP | -       | when it should have been; NULL: it is a weekly slot
--   times_moved  | BIGINT    | -       | how often it was given an hour, or that was taken back; NULL: it is a weekly slot
with
params as (
    select
        $today::date as today,
        $weeks_ahead::integer as weeks_ahead
),

suitable as (
    select
        day.code,
        list_position(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], day.code) as place
    from model.time_plan
    cross join unnest(string_split(time_plan.days, ',')) as day (code)
),

candidate as (
    select
        suitable.code,
        suitable.place,
        (time_plan.earliest_minute + step.number * time_plan.step_minutes)::integer as start_minute,
        time_plan.slot_minutes as minutes
    from suitable
    cross join model.time_plan
    cross join range(96) as step (number)
    where not time_plan.is_saved
        and time_plan.earliest_minute + step.number * time_plan.step_minutes + time_plan.slot_minutes
        <= time_plan.latest_minute
    union all
    select
        split_part(entry.text, ' ', 1) as code,
        list_position(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], split_part(entry.text, ' ', 1)) as place,
        split_part(entry.text, ' ', 2)::integer as start_minute,
        split_part(entry.text, ' ', 3)::integer as minutes
    from model.time_plan
    cross join unnest(string_split(time_plan.saved_slots, ',')) as entry (text)
    where time_plan.is_saved
),

-- A saved slot holds from the day after it was saved.
start as (
    select
        params.today + case
            when time_plan.is_saved
                and timezone(time_plan.time_zone, timezone('UTC', time_plan.saved_at))::date < params.today
                then 0
            else 1
        end as from_day
    from params
    cross join model.time_plan
),

-- The first such weekday from then on, and the same in the weeks after it.
occurrence as (
    select
        candidate.*,
        week.number as week_no,
        start.from_day + ((candidate.place - isodow(start.from_day) + 7) % 7 + 7 * week.number)::integer as on_day
    from candidate
    cross join start
    cross join params
    cross join range(52) as week (number)
    where week.number < params.weeks_ahead
),

timed as (
    select
        occurrence.*,
        timezone('UTC', timezone(time_plan.time_zone, occurrence.on_day + to_minutes(occurrence.start_minute)))
            as from_utc,
        timezone('UTC', timezone(time_plan.time_zone,
            occurrence.on_day + to_minutes(occurrence.start_minute + occurrence.minutes))) as to_utc
    from occurrence
    cross join model.time_plan
),

-- The hours of moved slots are taken, too.
moved as (
    select
        moved_slot.*,
        timezone('UTC', timezone(time_plan.time_zone, moved_slot.starts_at)) as from_utc,
        timezone('UTC', timezone(time_plan.time_zone, moved_slot.ends_at)) as to_utc
    from model.moved_slot
    cross join model.time_plan
    cross join params
    where not moved_slot.is_taken_back
        and moved_slot.starts_at >= params.today and moved_slot.starts_at < params.today + 8
),

taken as (
    select
        starts_at,
        ends_at
    from model.busy
    union all
    select
        from_utc as starts_at,
        to_utc as ends_at
    from moved
),

scored as (
    select
        timed.code,
        timed.place,
        timed.start_minute,
        timed.minutes,
        min(timed.on_day) as next_on,
        count(distinct timed.week_no) filter (taken.starts_at is null) as weeks_free,
        bool_or(timed.week_no = 0 and taken.starts_at is null) as is_free_next
    from timed
    left join taken
        on timed.from_utc < taken.ends_at
        and timed.to_utc > taken.starts_at
    group by timed.code, timed.place, timed.start_minute, timed.minutes
),

-- The best of each day before the second best of any; among equals lunch time comes last.
ranked as (
    select
        *,
        row_number() over (
            partition by place
            order by is_free_next desc, weeks_free desc, start_minute < 810 and start_minute + minutes > 720, start_minute
        ) as place_in_day
    from scored
),

numbered as (
    select
        ranked.*,
        row_number() over (
            order by ranked.place_in_day, ranked.is_free_next desc, ranked.weeks_free desc, ranked.place
        ) as choice
    from ranked
    cross join model.time_plan
    where time_plan.is_saved or ranked.weeks_free > 0
),

chosen as (
    select
        numbered.* replace (
            case
                when time_plan.is_saved then numbered.minutes
                else least(numbered.minutes,
                    time_plan.minutes_per_week - time_plan.slot_minutes * (numbered.choice - 1))::integer
            end as minutes
        )
    from numbered
    cross join model.time_plan
    where time_plan.is_saved or time_plan.slot_minutes * (numbered.choice - 1) < time_plan.minutes_per_week
),

weekly as (
    select
        concat_ws(' ', chosen.code, chosen.start_minute, chosen.minutes) as slot,
        row_number() over (order by chosen.place, chosen.start_minute) as slot_no,
        chosen.code as weekday,
        chosen.next_on + to_minutes(chosen.start_minute) as starts_at,
        chosen.next_on + to_minutes(chosen.start_minute + chosen.minutes) as ends_at,
        chosen.minutes,
        chosen.is_free_next,
        chosen.weeks_free,
        params.weeks_ahead
    from chosen
    cross join params
),

-- Once, not every week.
single as (
    select
        moved.slot,
        (select count(*) from weekly) + row_number() over (order by moved.starts_at, moved.slot) as slot_no,
        ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][isodow(moved.starts_at)] as weekday,
        moved.starts_at,
        moved.ends_at,
        moved.minutes,
        not exists (
            select 1 from model.busy where moved.from_utc < busy.ends_at and moved.to_utc > busy.starts_at
        ) as is_free_next,
        moved.missed_at,
        moved.times_moved
    from moved
)

select
    slot,
    slot_no,
    weekday,
    starts_at,
    ends_at,
    minutes,
    is_free_next,
    weeks_free,
    weeks_ahead,
    null::timestamp as moved_from,
    null::bigint as times_moved
from weekly
union all
select
    slot,
    slot_no,
    weekday,
    starts_at,
    ends_at,
    minutes,
    is_free_next,
    is_free_next::bigint as weeks_free,
    1 as weeks_ahead,
    missed_at as moved_from,
    times_moved
from single
order by starts_at, slot_no

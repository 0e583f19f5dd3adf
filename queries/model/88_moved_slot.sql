-- Table: slots of the plan that were missed and moved to another hour, as decided; those taken back again, too: they may
--   stand in a calendar
-- Grain: one row per slot that was missed
-- Reads: decisions.time_plan
with
-- "moved 2026-11-24 09:00" -> "2026-11-27 10:00 45": when it should have been, when it is, and its minutes.
held as (
    select
        name as slot,
        arg_max(setting, decision_no) as setting,
        arg_max_null(setting, decision_no) is null as is_taken_back,
        count(*) as times_moved
    from decisions.time_plan
    where starts_with(name, 'moved ')
    group by name
),

read_out as (
    select
        slot,
        try_cast(substr(slot, 7) as timestamp) as missed_at,
        try_cast(left(setting, 16) as timestamp) as starts_at,
        try_cast(substr(setting, 18) as integer) as minutes,
        is_taken_back,
        times_moved
    from held
)

select
    slot,
    missed_at,
    starts_at,
    starts_at + to_minutes(minutes) as ends_at,
    minutes,
    is_taken_back,
    times_moved
from read_out
where missed_at is not null and starts_at is not null and minutes > 0

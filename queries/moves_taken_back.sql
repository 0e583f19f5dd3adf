-- Question: Which hours was a missed slot moved to, and not after all?
-- Grain: one row per such slot that is still to come: a calendar that has it must be told
-- Params:
--   today | DATE | - | the day it is
-- Columns:
--   slot        | VARCHAR   | -       | the name of its decision
--   starts_at   | TIMESTAMP | -       | the hour it was given last, in the plan's time zone
--   minutes     | INTEGER   | minutes | its length
--   moved_from  | TIMESTAMP | -       | when it should have been
--   times_moved | BIGINT    | -       | how often it was given an hour, or that was taken back
with
params as (
    select $today::date as today
)

select
    moved_slot.slot,
    moved_slot.starts_at,
    moved_slot.minutes,
    moved_slot.missed_at as moved_from,
    moved_slot.times_moved
from model.moved_slot
cross join params
where moved_slot.is_taken_back
    and moved_slot.starts_at >= params.today
order by moved_slot.starts_at, moved_slot.slot

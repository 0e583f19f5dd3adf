-- Question: How much time did I promise to networking, and when?
-- Grain: one row
-- Params:
--   today | DATE | - | the day it is
-- Columns:
--   minutes_per_week | INTEGER | minutes | promised a week
--   days             | VARCHAR | -       | days that suit, as in "TU,TH"
--   earliest         | VARCHAR | -       | not before this time of day
--   latest           | VARCHAR | -       | over by this time of day
--   slot_minutes     | INTEGER | minutes | length of a slot; the last may be shorter
--   time_zone        | VARCHAR | -       | zone of the days and times
--   is_promised      | BOOLEAN | -       | the user set something; false: these are the defaults
--   is_saved         | BOOLEAN | -       | the slots were saved to a calendar under these terms
--   sequence         | BIGINT  | -       | SEQUENCE of the calendar file: raised by every other saving
--   slots_ever       | BIGINT  | -       | most slots a saved plan ever had: those beyond the present ones are cancelled
--   uid              | VARCHAR | -       | names the plan in calendars; NULL: never saved
--   terms            | VARCHAR | -       | all of the above in one text: what a saved plan was saved under
--   events_ahead     | BIGINT  | -       | events known in the next seven days; 0 may mean that no calendar is imported
--   calendar_on      | DATE    | -       | last import of a calendar
with
params as (
    select $today::date as today
),

known as (
    select
        (
            select count(*)
            from model.busy
            where busy.starts_at > params.today and busy.starts_at < params.today + 8
        ) as events_ahead,
        (
            select max(import_part.imported_at)::date
            from model.import_part
            where import_part.kind = 'calendar'
        ) as calendar_on
    from params
)

select
    time_plan.minutes_per_week,
    time_plan.days,
    time_plan.earliest,
    time_plan.latest,
    time_plan.slot_minutes,
    time_plan.time_zone,
    time_plan.is_promised,
    time_plan.is_saved,
    time_plan.sequence,
    time_plan.slots_ever,
    time_plan.uid,
    time_plan.terms,
    known.events_ahead,
    known.calendar_on
from model.time_plan
cross join known

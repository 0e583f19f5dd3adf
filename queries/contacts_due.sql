-- Question: Who is waiting to hear from me?
-- Grain: one row per contact with a cadence that is due within ``within_days``: who is due now, warmest first, then those to come by day
-- Params:
--   today        | DATE    | -    | the day it is
--   within_days  | INTEGER | days | how far ahead to look
-- Columns:
--   contact_id          | VARCHAR | -       | short id, for addresses of pages
--   identity_key        | VARCHAR | -       | the key decisions are kept under
--   full_name           | VARCHAR | -       | name, or the address where no name is known
--   company             | VARCHAR | -       | employer
--   industry_label      | VARCHAR | -       | the industry in words
--   strength            | DOUBLE  | 0..100  | how warm the tie is; NULL: no interaction on record
--   last_interaction_on | DATE    | -       | last real interaction; NULL: none on record
--   cadence_days        | INTEGER | days    | how often
--   cadence_for         | VARCHAR | -       | whom that was said of: them, their industry, warm or cool ties
--   due_on              | DATE    | -       | last interaction + cadence, or the day it was put off to, whichever is later
--   days_late           | INTEGER | days    | since that day; negative: to come
--   lateness            | DOUBLE  | -       | the same in cadences
--   typical_minutes     | DOUBLE  | minutes | the median of a day together, in two years; else the default of a meeting
--   is_due              | BOOLEAN | -       | that day is here or past
--   of_due              | BIGINT  | people  | how many are due in all
with
params as (
    select
        $today::date as today,
        $within_days::integer as within_days
),

dated as (
    select
        touch.*,
        greatest(coalesce(touch.last_on + touch.cadence_days, params.today), touch.until_on) as due_on
    from params
    cross join model.touch((select params.today from params)) as touch
    where touch.cadence_days is not null
),

late as (
    select
        dated.*,
        params.today - dated.due_on as days_late,
        dated.due_on <= params.today as is_due,
        count(*) filter (dated.due_on <= params.today) over () as of_due
    from dated
    cross join params
    where dated.due_on <= params.today + params.within_days
)

select
    late.contact_id,
    late.identity_key,
    coalesce(late.full_name, late.email, 'No name known') as full_name,
    late.company,
    coalesce(industry.short_label, 'Not known') as industry_label,
    late.strength,
    late.last_on as last_interaction_on,
    late.cadence_days,
    late.cadence_for,
    late.due_on,
    late.days_late::integer as days_late,
    late.days_late / late.cadence_days as lateness,
    late.typical_minutes,
    late.is_due,
    late.of_due
from late
left join model.industry on late.industry = industry.industry
order by
    late.is_due desc,
    case when late.is_due then -coalesce(late.strength, -1) end,
    late.due_on,
    late.contact_id

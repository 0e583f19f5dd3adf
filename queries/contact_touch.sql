-- Question: How often do I want to be in touch with this person, and when is that due?
-- Grain: one row for a contact; none for who is private, archived or no contact
-- Params:
--   who          | VARCHAR | -       | contact id
--   today        | DATE    | -       | the day it is
-- Columns:
--   contact_id          | VARCHAR | -       | short id, for addresses of pages
--   identity_key        | VARCHAR | -       | the key decisions are kept under
--   full_name           | VARCHAR | -       | name, or the address where no name is known
--   own_days            | INTEGER | days    | what was said of them alone; 0: let go; NULL: nothing
--   cadence_days        | INTEGER | days    | how often, whoever it was said of; NULL: no cadence
--   cadence_for         | VARCHAR | -       | whom that was said of: them, their industry, warm or cool ties
--   strength            | DOUBLE  | 0..100  | how warm the tie is; NULL: no interaction on record
--   last_interaction_on | DATE    | -       | last real interaction; NULL: none on record
--   put_off_to          | DATE    | -       | the day it was put off to, where that is still to come
--   due_on              | DATE    | -       | last interaction + cadence, or the day it was put off to, whichever is later
--   days_late           | INTEGER | days    | since that day; negative: to come
--   is_due              | BOOLEAN | -       | that day is here or past
--   typical_minutes     | DOUBLE  | minutes | the median of a day together, in two years; else the default of a meeting
with
params as (
    select
        $who::varchar as who,
        $today::date as today
),

dated as (
    select
        touch.*,
        case
            when touch.cadence_days is not null
                then greatest(coalesce(touch.last_on + touch.cadence_days, params.today), touch.until_on)
        end as due_on
    from params
    inner join model.touch((select params.today from params)) as touch on params.who = touch.contact_id
)

select
    dated.contact_id,
    dated.identity_key,
    coalesce(dated.full_name, dated.email, 'No name known') as full_name,
    case when dated.cadence_for = 'them' then dated.said_days end as own_days,
    dated.cadence_days,
    dated.cadence_for,
    dated.strength,
    dated.last_on as last_interaction_on,
    case when dated.until_on > params.today then dated.until_on end as put_off_to,
    dated.due_on,
    (params.today - dated.due_on)::integer as days_late,
    dated.due_on <= params.today as is_due,
    dated.typical_minutes
from dated
cross join params
order by dated.contact_id

-- Question: Did I keep the time I promised, week by week?
-- Grain: one row per week from Monday to Sunday, the earliest first; none without interactions
-- Params:
--   as_of | DATE    | - | last day that counts
--   weeks | INTEGER | - | weeks to show, the one of as_of being the last
-- Columns:
--   week_on         | DATE    | -       | its Monday
--   kept_minutes    | DOUBLE  | minutes | with people who are neither colleagues nor private
--   outside_minutes | DOUBLE  | minutes | of these, with people known to work outside the home industry
--   planned_minutes | INTEGER | minutes | promised at the end of that week; NULL: nothing was promised yet
--   promise_minutes | INTEGER | minutes | the same, or today's promise for the time before
--   is_kept         | BOOLEAN | -       | kept minutes reach that promise
with
params as (
    select
        $as_of::date as as_of,
        $weeks::integer as weeks
),

week as (
    select (date_trunc('week', params.as_of) - to_days(7 * back.number::integer))::date as week_on
    from params
    cross join model.calendar
    cross join range(520) as back (number)
    where back.number < params.weeks and calendar.has_interactions
),

spent as (
    select
        date_trunc('week', contact_day.occurred_on)::date as week_on,
        sum(contact_day.minutes) as kept_minutes,
        sum(contact_day.minutes) filter (contact.industry is distinct from home.industry and contact.industry is not null)
            as outside_minutes
    from model.contact_day
    cross join params
    cross join model.home
    inner join model.contact on contact_day.contact_id = contact.contact_id
    where contact_day.occurred_on <= params.as_of
        and contact_day.occurred_on > params.as_of - 7 * (params.weeks + 1)
        and not contact.is_private
    group by date_trunc('week', contact_day.occurred_on)::date
),

promised as (
    select
        week.week_on,
        try_cast(arg_max_null(time_plan.setting, time_plan.decision_no) as integer) as minutes
    from week
    inner join decisions.time_plan
        on time_plan.decided_at < week.week_on + 7
        and time_plan.name = 'minutes_per_week'
    group by week.week_on
),

told as (
    select
        week.week_on,
        coalesce(spent.kept_minutes, 0) as kept_minutes,
        coalesce(spent.outside_minutes, 0) as outside_minutes,
        promised.minutes as planned_minutes,
        coalesce(promised.minutes, time_plan.minutes_per_week) as promise_minutes
    from week
    cross join model.time_plan
    left join spent on week.week_on = spent.week_on
    left join promised on week.week_on = promised.week_on
)

select
    week_on,
    kept_minutes,
    outside_minutes,
    planned_minutes,
    promise_minutes,
    kept_minutes >= promise_minutes as is_kept
from told
order by week_on

-- Question: How far do my requests for an introduction get?
-- Grain: one row per step, from suggested to kept; none without a request
-- Params:
--   today       | DATE    | -    | the day it is
--   within_days | INTEGER | days | requests begun in so many days up to today
-- Columns:
--   step           | VARCHAR | -    | suggested, drafted, sent, agreed, introduced, met, kept
--   place          | INTEGER | -    | 1 is the first step
--   requests       | BIGINT  | -    | requests that came at least so far
--   waiting        | BIGINT  | -    | of these, open and at this very step
--   ended          | BIGINT  | -    | of these, declined or given up at this very step
--   step_share     | DOUBLE  | 0..1 | part of the step before that came on to this one; those still waiting there are left out
--   median_days    | DOUBLE  | days | from the step before to this one, where both have their day
with
params as (
    select
        $today::date as today,
        $within_days::integer as within_days
),

request as (
    select intro_request.*
    from model.intro_request
    cross join params
    where intro_request.created_on between params.today - params.within_days + 1 and params.today
),

step as (
    select
        list.step,
        list.place
    from (values
        ('suggested', 1), ('drafted', 2), ('sent', 3), ('agreed', 4), ('introduced', 5), ('met', 6), ('kept', 7)
    ) as list (step, place)
),

-- A step has a day where the user said so; what was skipped has none.
dated as (
    select
        request.request_key,
        request.step as came_to,
        request.is_open,
        step.step,
        step.place,
        case step.place
            when 1 then request.created_on
            when 2 then request.drafted_on
            when 3 then request.sent_on
            when 4 then request.agreed_on
            when 5 then request.introduced_on
            when 6 then request.met_on
            when 7 then request.kept_on
        end as on_day
    from request
    cross join step
),

timed as (
    select
        *,
        on_day - lag(on_day) over (partition by request_key order by place) as days_taken
    from dated
),

counted as (
    select
        step,
        place,
        count(*) filter (came_to >= place) as requests,
        count(*) filter (came_to = place and is_open) as waiting,
        count(*) filter (came_to = place and not is_open and place < 7) as ended,
        median(days_taken) filter (came_to >= place and days_taken >= 0) as median_days
    from timed
    group by step, place
)

select
    step,
    place,
    requests,
    waiting,
    ended,
    requests / nullif(lag(requests - waiting) over (order by place), 0) as step_share,
    median_days::double as median_days
from counted
order by place

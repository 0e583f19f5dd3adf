-- Table: the touches planned after a first meeting: 7, 30 and 90 days later (assumptions of ours). A touch is done when
--   the user says so, or by the first interaction with the person after the touch before it was planned
-- Grain: one row per request that came to a meeting, and touch
-- Reads: decisions.intro_request_event, model.intro_request, model.intro_person, model.contact_day
with
plan as (
    select
        list.touch_no,
        list.after_days,
        list.after_days_before
    from (values (1, 7, 0), (2, 30, 7), (3, 90, 30)) as list (touch_no, after_days, after_days_before)
),

planned as (
    select
        intro_request.request_key,
        plan.touch_no,
        intro_request.met_on + plan.after_days as planned_on,
        intro_request.met_on + plan.after_days_before as after_on
    from model.intro_request
    cross join plan
    where intro_request.met_on is not null
),

said as (
    select
        request_key,
        state,
        arg_max_null(happened_on, decision_no) as done_on
    from decisions.intro_request_event
    where state in ('touch 1', 'touch 2', 'touch 3')
    group by request_key, state
),

seen as (
    select
        planned.request_key,
        planned.touch_no,
        min(contact_day.occurred_on) as done_on
    from planned
    inner join model.intro_person on planned.request_key = intro_person.request_key
    inner join model.contact_day on intro_person.contact_id = contact_day.contact_id
    where not intro_person.is_declined and contact_day.occurred_on > planned.after_on
    group by planned.request_key, planned.touch_no
)

select
    planned.request_key,
    planned.touch_no,
    planned.planned_on,
    coalesce(said.done_on, seen.done_on) as done_on,
    said.done_on is not null as is_said
from planned
left join said
    on planned.request_key = said.request_key
    and said.state = 'touch ' || planned.touch_no
left join seen
    on planned.request_key = seen.request_key
    and planned.touch_no = seen.touch_no

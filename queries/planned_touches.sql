-- Question: When do I want to be in touch again with the people I met by an ask?
-- Grain: one row per touch of a request that came to a meeting and is neither kept nor given up
-- Params:
--   today | DATE | - | the day it is
-- Columns:
--   request_key  | VARCHAR | -    | key of the request, for decisions
--   touch_no     | INTEGER | -    | 1, 2 or 3
--   planned_on   | DATE    | -    | 7, 30 and 90 days after the meeting
--   done_on      | DATE    | -    | when you were in touch: as you said, or as the files show; NULL: still to come
--   is_passed    | BOOLEAN | -    | it was left out: a later touch came first
--   days_ahead   | BIGINT  | days | until the planned day; below 0: past it
--   person       | VARCHAR | -    | whom you met, as far as it is known
--   introducer   | VARCHAR | -    | who was asked
--   target_label | VARCHAR | -    | the industry that was asked for
with
params as (
    select $today::date as today
),

met_person as (
    select
        intro_person.request_key,
        arg_min(contact.full_name, (intro_person.decision_no is null, intro_person.decision_no)) as person
    from model.intro_person
    inner join model.contact on intro_person.contact_id = contact.contact_id
    where not intro_person.is_declined
    group by intro_person.request_key
)

select
    intro_touch.request_key,
    intro_touch.touch_no,
    intro_touch.planned_on,
    intro_touch.done_on,
    intro_touch.done_on is null
    and max(case when intro_touch.done_on is not null then intro_touch.touch_no else 0 end)
        over (partition by intro_touch.request_key) > intro_touch.touch_no as is_passed,
    intro_touch.planned_on - params.today as days_ahead,
    coalesce(met_person.person, intro_request.target_name) as person,
    contact.full_name as introducer,
    industry.short_label as target_label
from model.intro_touch
cross join params
inner join model.intro_request on intro_touch.request_key = intro_request.request_key
left join met_person on intro_touch.request_key = met_person.request_key
left join model.contact on intro_request.contact_id = contact.contact_id
left join model.industry on intro_request.target_industry = industry.industry
where intro_request.state = 'met'
order by intro_touch.request_key, intro_touch.touch_no

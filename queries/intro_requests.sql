-- Question: Where does each request for an introduction stand, and which follow-up is due?
-- Grain: one row per request, what is due first, then open before ended, then the latest
-- Params:
--   today | DATE | - | the day it is
-- Columns:
--   request_key         | VARCHAR | -    | key of the request, for decisions
--   state               | VARCHAR | -    | suggested, drafted, sent, agreed, introduced, met, kept; declined, no answer, resting
--   introducer          | VARCHAR | -    | who was asked; NULL: no longer in the files
--   introducer_id       | VARCHAR | -    | their contact id
--   introducer_key      | VARCHAR | -    | their identity key, for decisions
--   introducer_email    | VARCHAR | -    | an address of theirs, if known
--   introducer_company  | VARCHAR | -    | where they work
--   introducer_position | VARCHAR | -    | what they do there
--   last_interaction_on | DATE    | -    | latest interaction with them
--   target_industry     | VARCHAR | -    | code of the industry to be introduced into
--   target_label        | VARCHAR | -    | the same in words
--   target_name         | VARCHAR | -    | the person to be introduced to; NULL: anybody there
--   person              | VARCHAR | -    | whom you met by it, as far as it is known
--   person_id           | VARCHAR | -    | their contact id
--   person_email        | VARCHAR | -    | an address of theirs, if known
--   since_on            | DATE    | -    | when it came to this state
--   state_days          | BIGINT  | days | how long it has been there
--   is_open             | BOOLEAN | -    | it may still come to something
--   follow_up           | VARCHAR | -    | reminder, rest, thanks, time, report, touch or keep; NULL: it is not your turn
--   follow_up_on        | DATE    | -    | from which day on
--   touch_no            | INTEGER | -    | which of the three touches that is
--   is_due              | BOOLEAN | -    | that day is reached
--   late_days           | BIGINT  | days | how long ago that was; 0: today
--   sent_on             | DATE    | -    | when it was sent
--   introduced_on       | DATE    | -    | when the introduction was made
--   met_on              | DATE    | -    | when you met
--   ended_on            | DATE    | -    | when it was declined, given up or left to rest
--   favours_given       | BIGINT  | -    | favours you did the introducer
--   favours_received    | BIGINT  | -    | favours the introducer did you, introductions among them
--   states              | VARCHAR | -    | all it has been through, as in "suggested, sent"
with
params as (
    select $today::date as today
),

-- One of the people met, the confirmed before those whom only the name tells.
met_person as (
    select
        intro_person.request_key,
        arg_min(intro_person.contact_id, (intro_person.decision_no is null, intro_person.decision_no)) as contact_id
    from model.intro_person
    inner join model.contact on intro_person.contact_id = contact.contact_id
    where not intro_person.is_declined
    group by intro_person.request_key
)

select
    intro_request.request_key,
    intro_request.state,
    contact.full_name as introducer,
    contact.contact_id as introducer_id,
    intro_request.identity_key as introducer_key,
    contact.email as introducer_email,
    contact.company as introducer_company,
    contact.position as introducer_position,
    contact.last_interaction_on,
    intro_request.target_industry,
    industry.short_label as target_label,
    intro_request.target_name,
    person.full_name as person,
    person.contact_id as person_id,
    person.email as person_email,
    intro_request.since_on,
    params.today - intro_request.since_on as state_days,
    intro_request.is_open,
    intro_follow_up.follow_up,
    intro_follow_up.follow_up_on,
    intro_follow_up.touch_no,
    coalesce(intro_follow_up.follow_up_on <= params.today, false) as is_due,
    case
        when intro_follow_up.follow_up_on <= params.today then params.today - intro_follow_up.follow_up_on
    end as late_days,
    intro_request.sent_on,
    intro_request.introduced_on,
    intro_request.met_on,
    intro_request.ended_on,
    coalesce(favour.given, 0) as favours_given,
    coalesce(favour.received, 0) as favours_received,
    intro_request.states
from model.intro_request
cross join params
left join model.intro_follow_up on intro_request.request_key = intro_follow_up.request_key
left join model.contact on intro_request.contact_id = contact.contact_id
left join model.favour on contact.contact_id = favour.contact_id
left join met_person on intro_request.request_key = met_person.request_key
left join model.contact as person on met_person.contact_id = person.contact_id
left join model.industry on intro_request.target_industry = industry.industry
order by
    is_due desc,
    case when is_due then intro_follow_up.follow_up_on end,
    intro_request.is_open desc,
    intro_request.since_on desc,
    intro_request.request_key

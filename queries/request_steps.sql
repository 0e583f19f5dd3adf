-- Question: On which day did each of my requests come to each step?
-- Grain: one row per request and step it has been at, the requests in no order that matters, the steps as they came
-- Columns:
--   request_key | VARCHAR | - | key of the request, for decisions
--   state       | VARCHAR | - | suggested, drafted, sent, agreed, introduced, met, kept; declined, no answer, resting
--   place       | INTEGER | - | 1 is the first step, endings come last
--   happened_on | DATE    | - | the day
with
dated as (
    select
        intro_request.request_key,
        step.state,
        step.place,
        case step.place
            when 1 then intro_request.created_on
            when 2 then intro_request.drafted_on
            when 3 then intro_request.sent_on
            when 4 then intro_request.agreed_on
            when 5 then intro_request.introduced_on
            when 6 then intro_request.met_on
            when 7 then intro_request.kept_on
            when 8 then case when step.state = intro_request.state then intro_request.since_on end
        end as happened_on
    from model.intro_request
    cross join (values
        ('suggested', 1), ('drafted', 2), ('sent', 3), ('agreed', 4), ('introduced', 5), ('met', 6), ('kept', 7),
        ('declined', 8), ('no answer', 8), ('resting', 8)
    ) as step (state, place)
)

select
    request_key,
    state,
    place,
    happened_on
from dated
where happened_on is not null
order by request_key, place

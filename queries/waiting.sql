-- Question: What waits for me?
-- Grain: one row
-- Params:
--   today | DATE | - | the day it is
-- Columns:
--   asks_left      | BIGINT | - | asks left of those a week, after those sent in the last seven days; 0 without contacts
--   asks_waiting   | BIGINT | - | the same, 0 while no industry of those you met (or know, having met nobody) is known
--   drafts_unsent  | BIGINT | - | requests drafted and not sent
--   follow_ups_due | BIGINT | - | requests with a follow-up due
--   answers_seen   | BIGINT | - | introductions that the files show and you have not confirmed
with
params as (
    select $today::date as today
),

request as (
    select
        count(*) filter (intro_request.asked_on > params.today - 7) as sent_lately,
        count(*) filter (intro_request.state in ('suggested', 'drafted')) as drafts_unsent,
        count(*) filter (intro_follow_up.follow_up_on <= params.today) as follow_ups_due
    from params
    left join model.intro_request on true
    left join model.intro_follow_up on intro_request.request_key = intro_follow_up.request_key
),

placed as (
    select count(*) as people
    from model.contact
    where contact.industry is not null
        and (
            contact.contact_id in (select contact_day.contact_id from model.contact_day)
            or not exists (select 1 from model.contact_day) -- then people are counted
        )
)

select
    case
        when (select count(*) from model.contact) = 0 then 0
        else greatest(0, setting.asks_per_week - request.sent_lately)
    end as asks_left,
    case
        when placed.people = 0 then 0
        else greatest(0, setting.asks_per_week - request.sent_lately)
    end as asks_waiting,
    request.drafts_unsent,
    request.follow_ups_due,
    (select count(*) from model.introduction_proposal) as answers_seen
from request
cross join placed
cross join model.setting

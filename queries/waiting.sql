-- Question: What waits for me?
-- Grain: one row
-- Params:
--   as_of | DATE | - | last day that counts
--   today | DATE | - | the day it is
-- Columns:
--   asks_left      | BIGINT | - | asks left of those a week, after those sent in the last seven days; 0 without contacts
--   asks_waiting   | BIGINT | - | the same, but never more than there are people with a sign that they could open a gap
--   drafts_unsent  | BIGINT | - | requests drafted and not sent
--   follow_ups_due | BIGINT | - | requests with a follow-up due
--   answers_seen   | BIGINT | - | introductions that the files show and you have not confirmed
with
params as (
    select
        $as_of::date as as_of,
        $today::date as today
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

-- By people, for the menu asks this on every page, and minutes take longer: it tells only whether anybody could be asked.
present as (
    select
        contact.industry,
        count(*) / sum(count(*)) over () as share
    from model.contact
    where contact.industry is not null and not contact.is_colleague
    group by contact.industry
),

-- As intro_targets has it: where no industry has a share, nothing is missing either.
gap as (
    select target_mix.industry
    from model.target_mix
    cross join model.home
    left join present on target_mix.industry = present.industry
    where target_mix.interest > 0 and target_mix.industry is distinct from home.industry
        and target_mix.target_share > coalesce(present.share, 0)
        and (select count(*) from present) > 0
),

-- Who works or worked in a gap, knows others by name, or is warm, and may be asked now. A bridging trade alone is a guess
-- so faint that nothing waits for it: to look for one takes longer than all the rest.
asked as (
    select count(*) as people
    from params
    cross join model.setting
    inner join model.contact on not contact.is_private and not contact.is_archived and not contact.is_never_suggested
        and contact.full_name is not null and not contact.is_shared_mailbox
    left join model.tie((select params.as_of from params)) as tie on contact.contact_id = tie.contact_id
    where (select count(*) from gap) > 0
        and (
            tie.strength >= setting.warm_from
            or contact.industry in (select gap.industry from gap)
            or contact.contact_id in (
                select former_industry.contact_id
                from model.former_industry
                inner join gap on former_industry.industry = gap.industry
            )
            or contact.contact_id in (select second_degree_path.introducer_id from model.second_degree_path)
        )
        and contact.contact_id not in (
            select intro_request.contact_id
            from model.intro_request
            where intro_request.contact_id is not null
                and ((intro_request.is_open and intro_request.state != 'met') or intro_request.asked_on > params.today - 90)
        )
)

select
    case
        when (select count(*) from model.contact) = 0 then 0
        else greatest(0, setting.asks_per_week - request.sent_lately)
    end as asks_left,
    least(asked.people, greatest(0, setting.asks_per_week - request.sent_lately)) as asks_waiting,
    request.drafts_unsent,
    request.follow_ups_due,
    (select count(*) from model.introduction_proposal) as answers_seen
from request
cross join asked
cross join model.setting

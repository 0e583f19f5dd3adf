-- Table: the contacts: people on a list of the user's, or with minutes; the rest were only seen
-- Grain: one row per contact
-- Reads: model.person, model.contact_day, model.own_employer, model.contact_correction
with
timed as (
    select
        contact_id,
        sum(minutes + colleague_minutes) as minutes,
        min(occurred_on) as first_interaction_on,
        max(occurred_on) as last_interaction_on,
        sum(interactions)::bigint as interactions
    from model.contact_day
    group by contact_id
),

-- "Today" for the colleagues of today: what the user's newest position says.
present_employer as (
    select
        company_key,
        domain
    from model.own_employer
    where finished_on = date '9999-12-31'
)

select
    person.contact_id,
    person.identity_key,
    coalesce(contact_correction.full_name, person.full_name) as full_name,
    person.company,
    person.company_key,
    case
        when contact_correction.position is null then person.position
        else nullif(contact_correction.position, '')
    end as position,
    person.industry_text,
    person.phone,
    person.stated_on,
    person.email,
    person.domain,
    person.profile_url,
    person.connected_on,
    person.is_connection,
    person.is_vanished,
    person.vanished_on,
    person.is_shared_mailbox,
    coalesce(timed.minutes, 0) as minutes,
    timed.first_interaction_on,
    timed.last_interaction_on,
    coalesce(timed.interactions, 0) as interactions,
    coalesce(person.company_key in (select present_employer.company_key from present_employer), false)
    or coalesce(person.domain in (select present_employer.domain from present_employer), false) as is_colleague
from model.person
left join timed on person.contact_id = timed.contact_id
left join model.contact_correction on person.contact_id = contact_correction.contact_id
where person.is_listed or timed.minutes > 0

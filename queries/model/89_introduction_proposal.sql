-- Table: asks that the files seem to answer: the first mail, message, call or meeting after the ask with the person asked
--   for, or with somebody of that industry whom the introducer shared a mail or meeting with. To be confirmed, never taken
-- Grain: one row per request and person
-- Reads: model.intro_request, model.intro_person, model.contact, model.participation
with
asked as (
    select
        request_key,
        contact_id as introducer_id,
        target_industry,
        target_name,
        asked_on,
        step
    from model.intro_request
    where asked_on is not null and step < 6 and (is_open or state in ('no answer', 'resting'))
),

candidate as (
    select
        asked.*,
        contact.contact_id,
        true as is_named
    from asked
    inner join model.intro_person on asked.request_key = intro_person.request_key
    inner join model.contact on intro_person.contact_id = contact.contact_id
    where not intro_person.is_declined and contact.contact_id is distinct from asked.introducer_id
    union all
    -- Nobody who was known before the ask, or came by another.
    select
        asked.*,
        contact.contact_id,
        false as is_named
    from asked
    inner join model.contact
        on asked.target_industry = contact.industry
        and asked.asked_on <= contact.first_interaction_on
    left join model.intro_person
        on asked.request_key = intro_person.request_key
        and contact.contact_id = intro_person.contact_id
    where asked.target_name is null and asked.step < 5 and intro_person.request_key is null
        and coalesce(contact.connected_on >= asked.asked_on, true)
        and not contact.is_private and not contact.is_colleague
        and contact.contact_id is distinct from asked.introducer_id
        and contact.contact_id not in (
            select confirmed.contact_id
            from model.intro_person as confirmed
            where confirmed.contact_id is not null and coalesce(confirmed.introduced_on, confirmed.met_on) is not null
        )
),

-- Without an ask nothing of all that was said and written need be looked at.
seat as materialized (
    select
        contact_id,
        import_id,
        occurrence_no,
        starts_at,
        occurred_on,
        channel
    from model.participation
    where exists (select 1 from asked)
),

seen as (
    select
        candidate.request_key,
        candidate.contact_id,
        candidate.is_named,
        candidate.step,
        candidate.asked_on,
        participation.starts_at,
        participation.occurred_on,
        participation.channel,
        participation.channel in ('meeting', 'call') as is_spoken,
        shared.contact_id is not null as is_shared
    from candidate
    inner join seat as participation on candidate.contact_id = participation.contact_id
    left join seat as shared
        on participation.import_id = shared.import_id
        and participation.occurrence_no = shared.occurrence_no
        and candidate.introducer_id = shared.contact_id
    where participation.channel != 'invitation'
),

-- An introduction that is known waits for the first time they speak.
met as (
    select
        request_key,
        contact_id,
        any_value(is_named) as is_named,
        any_value(step) as step,
        any_value(asked_on) as asked_on,
        min(occurred_on) as first_seen_on,
        bool_or(is_shared) as is_shared,
        min(occurred_on) filter (is_shared) as shared_on,
        arg_min({'on': occurred_on, 'channel': channel::varchar, 'is_spoken': is_spoken}, (starts_at, channel::varchar))
            filter (occurred_on >= asked_on and (is_spoken or step < 5)) as first_contact
    from seen
    group by request_key, contact_id
)

select
    request_key,
    contact_id,
    is_named,
    first_contact.channel,
    first_contact['on'] as first_on,
    first_contact['on'] - asked_on as days_after,
    shared_on,
    case when first_contact.is_spoken then 'met' else 'introduced' end as verdict
from met
where first_contact is not null
    and (step >= 5 or first_seen_on >= asked_on)
    and (is_named or is_shared)

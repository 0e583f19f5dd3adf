-- Macro: introducer(as_of, today)
-- Table: whom one could ask for an introduction, with how warm the tie is and how likely they agree (methods.md, section 7)
-- Grain: one row per contact with a name who may be suggested
-- Reads: model.contact, model.tie, model.intro_request, model.favour
with
asked as (
    select
        contact_id,
        max(asked_on) as last_asked_on,
        bool_or(is_open and state != 'met') as is_open
    from model.intro_request
    where contact_id is not null
    group by contact_id
),

tie as materialized (
    select
        contact_id,
        strength,
        spoken_minutes,
        two_wayness * written_minutes as written_minutes,
        is_dormant_once_strong,
        least(floor(strength / 25), 3) as band
    from model.tie(as_of)
),

-- Asks that were answered, or never will be; what is open counts nothing.
closed_ask as (
    select
        intro_request.contact_id,
        coalesce(tie.band, 0) as band,
        (intro_request.step >= 4)::integer as is_yes
    from model.intro_request
    left join tie on intro_request.contact_id = tie.contact_id
    where intro_request.contact_id is not null and intro_request.asked_on is not null
        and (intro_request.step >= 4 or not intro_request.is_open)
),

band_record as (
    select
        band,
        count(*) as closed,
        sum(is_yes) as yes
    from closed_ask
    group by band
),

own_record as (
    select
        contact_id,
        count(*) as closed,
        sum(is_yes) as yes
    from closed_ask
    group by contact_id
)

select
    contact.*,
    asked.last_asked_on,
    coalesce(favour.given, 0) as favours_given,
    coalesce(favour.received, 0) as favours_received,
    coalesce(asked.is_open, false) or coalesce(asked.last_asked_on > today - 90, false) as is_resting,
    tie.strength,
    tie.spoken_minutes,
    tie.written_minutes,
    -- The assumption weighs as much as five asks; a person's own answers count twice, once within their band.
    (5 * greatest(
        0.15 + 0.75 * coalesce(tie.strength, 0) / 100,
        case when tie.is_dormant_once_strong then 0.3 else 0 end
    ) + coalesce(band_record.yes, 0) + coalesce(own_record.yes, 0))
    / (5 + coalesce(band_record.closed, 0) + coalesce(own_record.closed, 0)) as yes_chance,
    regexp_extract(lower(coalesce(contact.position, '')),
        '\b(recruiter|recruiting|headhunter|talent|investor|venture|lawyer|attorney|solicitor|counsel|accountant'
        || '|auditor|consultant|advisor|adviser|journalist|reporter|editor|banker|professor|insurance broker'
        || '|estate agent|realtor|sales|account executive|business development|[a-z]*berater|[a-z]*anwalt|vertrieb)'
        || '(s|in)?\b') as trade
from model.contact
left join tie on contact.contact_id = tie.contact_id
left join band_record on coalesce(tie.band, 0) = band_record.band
left join own_record on contact.contact_id = own_record.contact_id
left join asked on contact.contact_id = asked.contact_id
left join model.favour on contact.contact_id = favour.contact_id
where not contact.is_private and not contact.is_archived and not contact.is_never_suggested
    and contact.full_name is not null and not contact.is_shared_mailbox

-- Macro: touch(today)
-- Table: of everybody who counts, colleagues too: how often the user wants to be in touch, and what a touch takes.
--   A cadence of the person's own holds before their industry's, and that before the one for warm or cool ties
-- Grain: one row per contact that is neither private nor archived
-- Reads: model.contact, model.tie, model.cadence, model.contact_day, model.setting, model.industry
with
usual as (
    select
        contact_id,
        median(minutes + colleague_minutes) as minutes
    from model.contact_day
    where occurred_on <= today and occurred_on > today - 730 and spoken_minutes > 0
    group by contact_id
),

-- How warm the tie is decides which cadence holds where nothing nearer was said.
known as (
    select
        contact.*,
        tie.strength,
        tie.last_on,
        setting.minutes_meeting,
        case
            when tie.strength >= setting.warm_from then 'warm'
            when tie.strength is not null then 'cool'
        end as warmth
    from model.contact
    cross join model.setting
    left join model.tie(today) as tie on contact.contact_id = tie.contact_id
    where not contact.is_private and not contact.is_archived and not contact.is_shared_mailbox
)

select
    known.contact_id,
    known.identity_key,
    known.full_name,
    known.email,
    known.company,
    known.industry,
    known.is_colleague,
    known.strength,
    known.last_on,
    coalesce(usual.minutes, known.minutes_meeting) as typical_minutes,
    coalesce(by_person.days, by_industry.days, by_strength.days) as said_days,
    nullif(coalesce(by_person.days, by_industry.days, by_strength.days), 0) as cadence_days,
    case
        when by_person.days is not null then 'them'
        when by_industry.days is not null then industry.short_label
        when by_strength.days is not null then known.warmth || ' ties'
    end as cadence_for,
    snooze.until_on
from known
left join usual on known.contact_id = usual.contact_id
left join model.industry on known.industry = industry.industry
left join model.cadence as by_person
    on known.contact_id = by_person.subject
    and by_person.scope = 'contact'
left join model.cadence as by_industry
    on known.industry = by_industry.subject
    and by_industry.scope = 'industry'
left join model.cadence as by_strength
    on known.warmth = by_strength.subject
    and by_strength.scope = 'strength'
left join model.cadence as snooze
    on known.contact_id = snooze.subject
    and snooze.scope = 'snooze'

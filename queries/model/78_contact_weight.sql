-- Macro: contact_weight(as_of, window_days, weighting)
-- Table: what each contact weighs: minutes in the window, 1 per person, or 1 per warm tie. Without interactions: people
-- Grain: one row per contact that may weigh, also with weight 0
-- Reads: model.contact, model.contact_day, model.setting, model.calendar, model.tie
with
met as (
    select
        contact_id,
        sum(minutes) as minutes,
        sum(colleague_minutes) as colleague_minutes,
        max(occurred_on) as last_on
    from model.contact_day
    where occurred_on <= as_of and occurred_on > as_of - window_days
    group by contact_id
),

chosen as (
    select case when calendar.has_interactions then weighting else 'people' end as weighting
    from model.calendar
)

select
    contact.contact_id,
    contact.full_name,
    contact.company,
    contact.industry,
    coalesce(contact.company_key, contact.domain, contact.contact_id) as employer,
    contact.is_colleague,
    chosen.weighting,
    coalesce(met.minutes, 0) as minutes,
    coalesce(met.colleague_minutes, 0) as colleague_minutes,
    met.last_on,
    case
        when contact.is_private then 0
        when chosen.weighting = 'minutes'
            then coalesce(met.minutes, 0) + case when setting.counts_colleagues then coalesce(met.colleague_minutes, 0) else 0 end
        when contact.is_archived or (contact.is_colleague and not setting.counts_colleagues) then 0
        when chosen.weighting = 'warm' then (coalesce(tie.strength, 0) >= setting.warm_from)::integer
        else 1
    end::double as weight
from model.contact
cross join chosen
cross join model.setting
left join met on contact.contact_id = met.contact_id
-- Only the weighting by warm ties needs their strength: for the others the day before all days costs nothing.
left join model.tie(case when weighting = 'warm' then as_of else date '1900-01-01' end) as tie
    on contact.contact_id = tie.contact_id

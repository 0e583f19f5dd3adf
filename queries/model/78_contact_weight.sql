-- Macro: contact_weight(as_of, window_days, weighting)
-- Table: what each contact weighs: minutes in the window, 1 per person, or 1 per warm tie. Without interactions: people
-- Grain: one row per contact, also with weight 0; the private weigh nothing
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
),

measured as (
    select
        contact.*,
        chosen.weighting,
        case when contact.is_private then 0 else coalesce(met.minutes, 0) end as met_minutes,
        case when contact.is_private then 0 else coalesce(met.colleague_minutes, 0) end as colleague_minutes,
        met.last_on,
        case
            when contact.is_private or contact.is_archived then 0
            when chosen.weighting = 'warm' then (coalesce(tie.strength, 0) >= setting.warm_from)::integer
            else 1
        end as head
    from model.contact
    cross join chosen
    cross join model.setting
    left join met on contact.contact_id = met.contact_id
    -- Only the weighting by warm ties needs their strength: for the others the day before all days costs nothing.
    left join model.tie(case when weighting = 'warm' then as_of else date '1900-01-01' end) as tie
        on contact.contact_id = tie.contact_id
)

select
    measured.contact_id,
    measured.full_name,
    measured.company,
    measured.industry,
    coalesce(measured.company_key, measured.domain, measured.contact_id) as employer,
    measured.is_colleague,
    not measured.is_private and not measured.is_archived and (setting.counts_colleagues or not measured.is_colleague)
        as is_counted,
    measured.weighting,
    measured.met_minutes as minutes,
    measured.colleague_minutes,
    measured.last_on,
    case
        when measured.weighting = 'minutes'
            then measured.met_minutes + case when setting.counts_colleagues then measured.colleague_minutes else 0 end
        when measured.is_colleague and not setting.counts_colleagues then 0
        else measured.head
    end::double as weight,
    case
        when measured.weighting = 'minutes' then measured.met_minutes + measured.colleague_minutes
        else measured.head
    end::double as weight_with_colleagues
from measured
cross join model.setting

-- Macro: contact_unit(as_of, unit)
-- Table: where each contact belongs: to their industry, employer or function, or to those known as long by that day
-- Grain: one row per contact; unit_key and label are NULL where it is not known
-- Reads: model.contact, model.industry, model.function
with
since as (
    select
        contact_id,
        as_of - least(
            case when first_interaction_on <= as_of then first_interaction_on end,
            case when connected_on <= as_of then connected_on end
        ) as days
    from model.contact
),

span as (
    select
        contact_id,
        case
            when days < 365.25 then 1
            when days < 3 * 365.25 then 2
            when days < 10 * 365.25 then 3
            when days is not null then 4
        end as place
    from since
)

select
    contact.contact_id,
    case unit
        when 'industry' then contact.industry
        -- In addresses of pages no company is named.
        when 'employer' then left(md5(coalesce(contact.company_key, contact.domain)), 12)
        when 'function' then contact.function
        when 'known' then span.place::varchar
    end as unit_key,
    case unit
        when 'industry' then industry.short_label
        when 'employer' then coalesce(contact.company, contact.domain)
        when 'function' then function.label
        when 'known' then ['Under 1 year', '1 to 3 years', '3 to 10 years', 'Over 10 years'][span.place]
    end as label
from model.contact
inner join span on contact.contact_id = span.contact_id
left join model.industry on contact.industry = industry.industry
left join model.function on contact.function = function.function

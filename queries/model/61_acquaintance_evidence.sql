-- Table: what is known of the employers of people of the second degree, as the classifier reads it. Apart from that of
--   contacts: whom others know must not move the industries of those whom the user knows
-- Grain: one row per distinct evidence
-- Reads: model.acquaintance, model.kept_company, model.person, model.contact_fact
select
    company,
    position,
    domain,
    null::varchar as industry_text
from model.acquaintance
where company is not null or position is not null or domain is not null
union
select
    null as company,
    null as position,
    person.domain,
    null as industry_text
from model.kept_company
inner join model.person on kept_company.contact_id = person.contact_id
left join model.contact_fact on person.contact_id = contact_fact.contact_id
where contact_fact.contact_id is null and person.domain is not null

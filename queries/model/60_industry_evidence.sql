-- Table: what is known of a contact's employer, as the classifier reads it
-- Grain: one row per distinct evidence
-- Reads: model.contact_fact, model.employment, records.own_position, records.person
select
    company,
    position,
    domain,
    industry_text
from model.contact_fact
where company is not null or position is not null or domain is not null or industry_text is not null
union
select
    company,
    title as position,
    null as domain,
    null as industry_text
from records.own_position
union
select
    company,
    position,
    null as domain,
    null as industry_text
from model.employment
union
select
    null as company,
    null as position,
    null as domain,
    industry_text
from records.person
where is_self and industry_text is not null

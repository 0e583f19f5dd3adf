-- Table: industries in which people worked before, as older exports show
-- Grain: one row per person and industry
-- Reads: model.employment, model.industry_guess, model.contact
select
    employment.contact_id,
    industry_guess.industry,
    arg_max(employment.company, employment.last_seen_on) as company,
    max(employment.last_seen_on) as last_seen_on
from model.employment
inner join model.contact on employment.contact_id = contact.contact_id
inner join model.industry_guess
    on employment.company = industry_guess.company
    and employment.position is not distinct from industry_guess.position
    and industry_guess.domain is null and industry_guess.industry_text is null
where industry_guess.industry is not null
    and employment.company_key is distinct from contact.company_key
    and industry_guess.industry is distinct from contact.industry
group by employment.contact_id, industry_guess.industry

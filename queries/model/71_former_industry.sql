-- Table: industries in which people worked before, as older exports show
-- Grain: one row per person and industry
-- Reads: model.employment, model.industry_guess, model.contact, model.label
with
left_employer as (
    select
        employment.contact_id,
        employment.company,
        employment.company_key,
        coalesce(employment.position, '') as position,
        employment.last_seen_on,
        contact.industry as present_industry
    from model.employment
    inner join model.contact on employment.contact_id = contact.contact_id
    where employment.company_key is distinct from contact.company_key
),

answer as (
    select
        company,
        coalesce(position, '') as position,
        industry
    from model.industry_guess
    where domain is null and industry_text is null and company is not null and industry is not null
),

placed as (
    select
        left_employer.*,
        coalesce(label.industry, answer.industry) as industry
    from left_employer
    left join model.label
        on label.scope = 'company'
        and left_employer.company_key = label.scope_key
    left join answer
        on left_employer.company = answer.company
        and left_employer.position = answer.position
)

select
    contact_id,
    industry,
    arg_max(company, (last_seen_on, company)) as company,
    max(last_seen_on) as last_seen_on
from placed
where industry is not null and industry is distinct from present_industry
group by contact_id, industry

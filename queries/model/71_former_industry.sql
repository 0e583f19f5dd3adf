-- Table: industries in which people worked before, as older exports show
-- Grain: one row per person and industry
-- Reads: model.employment, model.industry_guess, model.contact
with
left_employer as (
    select
        employment.contact_id,
        employment.company,
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
)

select
    left_employer.contact_id,
    answer.industry,
    arg_max(left_employer.company, left_employer.last_seen_on) as company,
    max(left_employer.last_seen_on) as last_seen_on
from left_employer
inner join answer
    on left_employer.company = answer.company
    and left_employer.position = answer.position
where answer.industry is distinct from left_employer.present_industry
group by left_employer.contact_id, answer.industry

-- Table: who changed jobs with which import, and from which industry into which; the private are left out
-- Grain: one row per run of an import and contact
-- Reads: model.job_move, model.contact, model.label, model.industry_guess
with
answer as (
    select
        company,
        position,
        industry
    from model.industry_guess
    where domain is null and industry_text is null and company is not null
)

select
    job_move.run_id,
    contact.contact_id,
    contact.full_name,
    job_move.job_before.company as from_company,
    job_move.job_after.company as to_company,
    job_move.job_after.position as to_position,
    coalesce(label_before.industry, answer_before.industry) as from_industry,
    -- Where they work now, everything known of them counts; else what that employer says.
    case
        when job_move.job_after.company_key = contact.company_key then contact.industry
        else coalesce(label_after.industry, answer_after.industry)
    end as to_industry
from model.job_move
inner join model.contact on job_move.contact_id = contact.contact_id
left join model.label as label_before
    on label_before.scope = 'company'
    and job_move.job_before.company_key = label_before.scope_key
left join model.label as label_after
    on label_after.scope = 'company'
    and job_move.job_after.company_key = label_after.scope_key
left join answer as answer_before
    on job_move.job_before.company = answer_before.company
    and job_move.job_before.position is not distinct from answer_before.position
left join answer as answer_after
    on job_move.job_after.company = answer_after.company
    and job_move.job_after.position is not distinct from answer_after.position
where not contact.is_private

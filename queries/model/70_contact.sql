-- Table: the contacts with their industry and the user's settings: joined late, so that a click costs little
-- Grain: one row per contact
-- Reads: model.contact_fact, model.industry_guess, model.label, model.contact_setting, model.identity
with
person_label as (
    select
        identity.contact_id,
        arg_max(label.industry, label.decision_no) as industry
    from model.label
    inner join model.identity on label.scope_key = identity.identity_key
    where label.scope = 'person' and label.industry is not null
    group by identity.contact_id
)

select
    contact_fact.*,
    coalesce(person_label.industry, company_label.industry, domain_label.industry, industry_guess.industry) as industry,
    case
        when coalesce(person_label.industry, company_label.industry, domain_label.industry) is not null then 1.0
        else coalesce(industry_guess.confidence, 0)
    end as industry_confidence,
    case
        when coalesce(person_label.industry, company_label.industry, domain_label.industry) is not null then 'label'
        when industry_guess.industry is null then 'unknown'
        else industry_guess.layer
    end as industry_layer,
    case
        when person_label.industry is not null then 'you said so'
        when company_label.industry is not null then 'you said so of ' || contact_fact.company
        when domain_label.industry is not null then 'you said so of ' || contact_fact.domain
        when industry_guess.industry is null then ''
        else industry_guess.evidence
    end as industry_evidence,
    coalesce(industry_guess.guesses, []) as industry_guesses,
    industry_guess.function,
    coalesce(contact_setting.is_private, false) as is_private,
    coalesce(contact_setting.is_never_suggested, false) as is_never_suggested,
    coalesce(contact_setting.is_archived, false) as is_archived
from model.contact_fact
left join person_label on contact_fact.contact_id = person_label.contact_id
left join model.label as company_label
    on company_label.scope = 'company'
    and contact_fact.company_key = company_label.scope_key
left join model.label as domain_label
    on domain_label.scope = 'domain'
    and contact_fact.domain = domain_label.scope_key
left join model.industry_guess
    on contact_fact.company is not distinct from industry_guess.company
    and contact_fact.position is not distinct from industry_guess.position
    and contact_fact.domain is not distinct from industry_guess.domain
    and contact_fact.industry_text is not distinct from industry_guess.industry_text
left join model.contact_setting on contact_fact.contact_id = contact_setting.contact_id

-- Table: people whom contacts know and the user does not, with employer and industry: joined late, as for contacts
-- Grain: one row per person
-- Reads: model.second_degree_path, model.acquaintance, model.acquaintance_guess, model.contact, model.person, model.label
with
stated as (
    select
        person_id,
        arg_max(acquaintance, (stated_on, connected_on, introducer_id)) as newest
    from model.acquaintance
    group by person_id
),

once as (
    select
        person_id,
        any_value(contact_id) as contact_id,
        count(*) as paths
    from model.second_degree_path
    group by person_id
),

described as (
    select
        once.person_id,
        once.contact_id,
        contact.contact_id is not null as is_contact,
        contact.is_private or contact.is_archived as is_left_out,
        once.paths,
        coalesce(stated.newest.full_name, contact.full_name, person.full_name) as full_name,
        coalesce(contact.company, stated.newest.company, person.company) as company,
        coalesce(contact.company_key, stated.newest.company_key, person.company_key) as company_key,
        coalesce(contact.position, stated.newest.position, person.position) as position,
        coalesce(contact.domain, stated.newest.domain, person.domain) as domain,
        coalesce(person.profile_url, stated.newest.profile_url) as profile_url,
        contact.industry,
        contact.industry_confidence,
        stated.newest.company as stated_company,
        stated.newest.position as stated_position,
        case when stated.person_id is not null then stated.newest.domain else person.domain end as stated_domain
    from once
    left join stated on once.person_id = stated.person_id
    left join model.contact on once.contact_id = contact.contact_id
    left join model.person on once.contact_id = person.contact_id
)

select
    described.person_id,
    described.contact_id,
    described.is_contact,
    described.paths,
    described.full_name,
    described.company,
    described.company_key,
    described.position,
    described.domain,
    described.profile_url,
    coalesce(described.industry, company_label.industry, domain_label.industry, acquaintance_guess.industry) as industry,
    case
        when described.industry is not null then described.industry_confidence
        when coalesce(company_label.industry, domain_label.industry) is not null then 1.0
        else coalesce(acquaintance_guess.confidence, 0)
    end as industry_confidence
from described
left join model.label as company_label
    on company_label.scope = 'company'
    and described.company_key = company_label.scope_key
left join model.label as domain_label
    on domain_label.scope = 'domain'
    and described.domain = domain_label.scope_key
left join model.acquaintance_guess
    on described.stated_company is not distinct from acquaintance_guess.company
    and described.stated_position is not distinct from acquaintance_guess.position
    and described.stated_domain is not distinct from acquaintance_guess.domain
where not coalesce(described.is_left_out, false)
    and described.full_name is not null and not contains(described.full_name, '@')

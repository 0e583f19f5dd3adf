-- Table: through whom the user could meet people they do not know: those on the lists contacts shared, and those met
--   only in company
-- Grain: one row per person and contact who knows them
-- Reads: model.acquaintance, model.kept_company, model.contact_fact, model.own_employer
with
present_employer as (
    select
        company_key,
        domain
    from model.own_employer
    where finished_on = date '9999-12-31'
),

stated as (
    select acquaintance.*
    from model.acquaintance
    left join model.contact_fact on acquaintance.contact_id = contact_fact.contact_id
    where (contact_fact.contact_id is null or acquaintance.contact_id in (
        select kept_company.contact_id from model.kept_company
    ))
    and coalesce(acquaintance.company_key not in (
        select present_employer.company_key from present_employer where present_employer.company_key is not null
    ), true)
    and coalesce(acquaintance.domain not in (
        select present_employer.domain from present_employer where present_employer.domain is not null
    ), true)
)

select
    coalesce(stated.person_id, kept_company.contact_id) as person_id,
    coalesce(stated.introducer_id, kept_company.introducer_id) as introducer_id,
    case when stated.person_id is not null then 'known' else 'likely' end as certainty,
    coalesce(stated.contact_id, kept_company.contact_id) as contact_id,
    stated.connected_on,
    stated.stated_on,
    stated.file_name,
    stated.line,
    coalesce(kept_company.meetings, 0) as meetings,
    coalesce(kept_company.writings, 0) as writings,
    kept_company.last_on
from stated
full join model.kept_company
    on stated.contact_id = kept_company.contact_id
    and stated.introducer_id = kept_company.introducer_id

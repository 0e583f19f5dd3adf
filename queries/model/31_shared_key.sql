-- Table: the keys that make two mentions one person: profile address, e-mail, name with employer, the user's word
-- Grain: one row per mention and key
-- Reads: model.mention, decisions.person_link
with
-- A name and employer that two profile addresses share are two people.
employer_name as (
    select
        mention.name_key,
        mention.company_key,
        unnest(keys.domain_names(mention.company_key)) as domain_label,
        mention.who,
        mention.profile_url
    from model.mention
    where mention.name_key is not null and mention.company_key is not null and contains(mention.name_key, ' ')
),

clear_employer as (
    select
        name_key,
        company_key
    from employer_name
    group by name_key, company_key
    having count(distinct profile_url) <= 1
),

clear_domain as (
    select
        name_key,
        domain_label,
        min(company_key) as company_key
    from employer_name
    where domain_label is not null
    group by name_key, domain_label
    having count(distinct coalesce(profile_url, company_key)) = 1
),

link as (
    select
        identity_key,
        other_key
    from decisions.person_link
    qualify row_number() over (
        partition by least(identity_key, other_key), greatest(identity_key, other_key) order by decision_no desc
    ) = 1 and verdict = 'same'
)

select
    who,
    'url:' || profile_url as shared_key
from model.mention
where profile_url is not null
union
select
    who,
    'mail:' || email as shared_key
from model.mention
where email is not null and not is_shared_email
union
select
    mention.who,
    'at:' || mention.name_key || '|' || mention.company_key as shared_key
from model.mention
inner join clear_employer
    on mention.name_key = clear_employer.name_key
    and mention.company_key = clear_employer.company_key
union
select
    mention.who,
    'at:' || clear_domain.name_key || '|' || clear_domain.company_key as shared_key
from model.mention
inner join clear_domain
    on mention.matched_name = clear_domain.name_key
    and mention.domain_label = clear_domain.domain_label
inner join clear_employer
    on clear_domain.name_key = clear_employer.name_key
    and clear_domain.company_key = clear_employer.company_key
where not mention.is_shared_email
union
select
    who,
    identity_key as shared_key
from model.mention
union
select
    mention.who,
    'link:' || link.identity_key || '|' || link.other_key as shared_key
from link
inner join model.mention on mention.identity_key in (link.identity_key, link.other_key)

-- Table: whom contacts know, as the newest copy of each list that they shared says; the user is left out
-- Grain: one row per person and contact who knows them
-- Reads: model.shared_person, model.identity, model.mention, model.self, model.address_book_fact, model.mail_provider
with
-- The keys of contacts, as far as a list could name them. Each leads to one person, or to nobody.
named as (
    select
        mention.*,
        identity.contact_id
    from model.mention
    inner join model.identity on mention.who = identity.who
    where exists (select 1 from model.shared_person)
),

by_url as (
    select
        profile_url,
        min(contact_id) as contact_id
    from named
    where profile_url is not null
    group by profile_url
),

by_email as (
    select
        email,
        min(contact_id) as contact_id
    from (
        select
            email,
            contact_id
        from named
        where email is not null and not is_shared_email
        union
        select
            address_book_fact.fact_value as email,
            named.contact_id
        from model.address_book_fact
        inner join named on address_book_fact.who = named.who
        where address_book_fact.fact = 'e-mail'
    ) as address
    group by email
    having count(distinct contact_id) = 1
),

by_employer as (
    select
        name_key,
        company_key,
        min(contact_id) as contact_id,
        min(profile_url) as profile_url
    from named
    where name_key is not null and company_key is not null and contains(name_key, ' ')
    group by name_key, company_key
    having count(distinct contact_id) = 1
),

by_domain as (
    select
        matched_name as name_key,
        domain_label,
        min(contact_id) as contact_id
    from named
    where matched_name is not null and domain_label is not null and not is_shared_email and contains(matched_name, ' ')
    group by matched_name, domain_label
    having count(distinct contact_id) = 1
),

at_domain as (
    select
        shown.who,
        min(by_domain.contact_id) as contact_id
    from (
        select distinct
            who,
            name_key,
            unnest(keys.domain_names(company_key)) as domain_label
        from model.shared_person
        where company_key is not null
    ) as shown
    inner join by_domain
        on shown.name_key = by_domain.name_key
        and shown.domain_label = by_domain.domain_label
    group by shown.who
    having count(distinct by_domain.contact_id) = 1
),

-- Whoever shares a list knows the user: the namesake on it is the user.
own_name as (
    select distinct named.name_key
    from named
    inner join model.self on named.contact_id = self.contact_id
    where contains(named.name_key, ' ')
),

-- The same person on several lists: by profile, else by what one of the lists joins to a profile.
profile_of_email as (
    select
        email,
        min(profile_url) as profile_url
    from model.shared_person
    where email is not null and profile_url is not null
    group by email
    having count(distinct profile_url) = 1
),

profile_of_employer as (
    select
        name_key,
        company_key,
        min(profile_url) as profile_url
    from model.shared_person
    where company_key is not null and profile_url is not null
    group by name_key, company_key
    having count(distinct profile_url) = 1
),

keyed as (
    select
        shared_person.*,
        coalesce(
            'url:' || shared_person.profile_url,
            'url:' || profile_of_email.profile_url,
            'url:' || profile_of_employer.profile_url,
            'mail:' || shared_person.email || '|' || shared_person.name_key,
            'name:' || shared_person.name_key || '|' || shared_person.company_key,
            'name:' || shared_person.name_key || '|' || shared_person.series
        ) as person_key,
        coalesce(
            by_url.contact_id,
            by_email.contact_id,
            case
                when shared_person.profile_url is null or by_employer.profile_url is null
                    then coalesce(by_employer.contact_id, at_domain.contact_id)
            end
        ) as contact_id
    from model.shared_person
    left join by_url on shared_person.profile_url = by_url.profile_url
    left join by_email on shared_person.email = by_email.email
    left join by_employer
        on shared_person.name_key = by_employer.name_key
        and shared_person.company_key = by_employer.company_key
    left join at_domain on shared_person.who = at_domain.who
    left join profile_of_email on shared_person.email = profile_of_email.email
    left join profile_of_employer
        on shared_person.name_key = profile_of_employer.name_key
        and shared_person.company_key = profile_of_employer.company_key
),

once as (
    select
        coalesce(keyed.contact_id, keys.short(keyed.person_key)) as person_id,
        keyed.introducer_id,
        arg_max(keyed, (keyed.import_id, -keyed.part_no, -keyed.line)) as newest_row,
        min(keyed.connected_on) as connected_on
    from keyed
    where keyed.contact_id is distinct from keyed.introducer_id
        and coalesce(keyed.contact_id not in (select self.contact_id from model.self), true)
        and (keyed.contact_id is not null or keyed.name_key not in (select own_name.name_key from own_name))
    group by coalesce(keyed.contact_id, keys.short(keyed.person_key)), keyed.introducer_id
)

select
    once.person_id,
    once.introducer_id,
    once.newest_row.contact_id,             -- NULL: no file of the user's own names them
    once.newest_row.full_name,
    once.newest_row.company,
    once.newest_row.company_key,
    once.newest_row.position,
    once.newest_row.profile_url,
    once.newest_row.email,
    case when mail_provider.domain is null then keys.domain(once.newest_row.email) end as domain,
    once.connected_on,
    once.newest_row.stated_on,
    once.newest_row.file_name,
    once.newest_row.line
from once
left join model.mail_provider on keys.domain(once.newest_row.email) = mail_provider.domain

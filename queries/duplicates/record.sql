-- What is compared of everybody but the user, with the hash that tells whether it was compared before.
-- Grain: one row per person
create or replace temp table duplicate_now as
with
named as (
    select
        identity.contact_id,
        list(distinct mention.full_name order by mention.full_name)
            filter (mention.name_key is not null and mention.is_current)[1:4] as names,
        list(distinct mention.email order by mention.email)
            filter (mention.email is not null and not mention.is_shared_email)[1:6] as emails,
        list(distinct mention.domain_label) filter (mention.domain_label is not null) as domain_labels,
        min(mention.matched_name) as matched_name
    from model.identity
    inner join model.mention on identity.who = mention.who
    group by identity.contact_id
),

employed as (
    select
        contact_id,
        list(distinct company_key) as company_keys
    from model.employment
    where company_key is not null
    group by contact_id
),

other_address as (
    select
        identity.contact_id,
        list(distinct other_address.email order by other_address.email)[1:6] as emails
    from records.other_address
    inner join records.person
        on other_address.import_id = person.import_id
        and other_address.part_no = person.part_no
        and other_address.line = person.line
    inner join model.identity on person.who = identity.who
    group by identity.contact_id
),

record as (
    select
        person.identity_key,
        coalesce(named.names, []) as names,
        list_sort(list_distinct(coalesce(named.emails, []) || coalesce(other_address.emails, []))) as emails,
        list_sort(coalesce(employed.company_keys, [])) as companies,
        list_sort(list_distinct(flatten(list_transform(
            coalesce(employed.company_keys, []), lambda k: keys.domain_names(k)
        )))) as called,
        list_sort(coalesce(named.domain_labels, [])) as domains,
        coalesce(person.position, '') as position,
        right(regexp_replace(coalesce(person.phone, ''), '\D', '', 'g'), 9) as phone,
        coalesce(person.profile_url, '') as profile,
        person.is_shared_mailbox,
        person.is_listed,
        named.matched_name
    from model.person
    inner join named on person.contact_id = named.contact_id
    left join employed on person.contact_id = employed.contact_id
    left join other_address on person.contact_id = other_address.contact_id
)

select
    * exclude (matched_name),
    -- How many there are of one name changes with every import: it is no reason to compare anew.
    case when matched_name is null then 1 else count(*) over (partition by matched_name) end as namesakes,
    hash(identity_key, names, emails, companies, domains, position, phone, profile, is_shared_mailbox, is_listed, $version) as content
from record

-- Table: addresses that look like a contact on a list of the same name: a full name of two words or more that occurs once
--   among the LinkedIn contacts (where it occurs there not at all: the people of other lists) and once among all others
-- Grain: one row per pair of people
-- Reads: model.person, model.identity, model.mention
with
named as (
    select
        person.contact_id,
        mention.matched_name as name_key,
        any_value(person.identity_key) as identity_key,
        any_value(person.full_name) as full_name,
        any_value(person.profile_url) is not null as is_on_linkedin,
        any_value(person.is_listed) as is_listed,
        any_value(person.position) as position,
        any_value(person.company) as company,
        any_value(person.email) as email
    from model.person
    inner join model.identity on person.contact_id = identity.contact_id
    inner join model.mention on identity.who = mention.who
    where mention.matched_name is not null and contains(mention.matched_name, ' ') and not mention.is_shared_email
    group by person.contact_id, mention.matched_name
),

-- Two profile addresses are two people, whatever their names.
sided as (
    select
        *,
        is_on_linkedin or (is_listed and not bool_or(is_on_linkedin) over (partition by name_key)) as is_on_list
    from named
),

single as (
    select *
    from sided
    qualify count(*) over (partition by name_key, is_on_list) = 1
)

select
    listed.full_name,
    listed.contact_id as listed_id,
    listed.identity_key as listed_key,
    nullif(concat_ws(', ', listed.position, listed.company), '') as listed_as,
    addressed.contact_id as addressed_id,
    addressed.identity_key as addressed_key,
    coalesce(addressed.email, addressed.full_name) as addressed_as
from single as listed
inner join single as addressed
    on listed.name_key = addressed.name_key
    and listed.contact_id != addressed.contact_id
where listed.is_on_list and not addressed.is_on_list
-- Two spellings of one name suggest the same link twice.
qualify row_number() over (partition by listed.contact_id, addressed.contact_id order by listed.name_key) = 1

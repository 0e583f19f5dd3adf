-- Question: Which addresses look like LinkedIn contacts of the same name?
-- Grain: one row per suggested link, most minutes first. A full name of two words or more that occurs once among the
--   people of the lists and once among those known by an address or a name alone
-- Columns:
--   full_name      | VARCHAR | -       | the shared name
--   listed_key     | VARCHAR | -       | identity key of the person on the list
--   listed_as      | VARCHAR | -       | what the list says: position and company
--   addressed_key  | VARCHAR | -       | identity key of the address
--   addressed_as   | VARCHAR | -       | the address
--   minutes        | DOUBLE  | minutes | all time on record with the address
--   share          | DOUBLE  | 0..1    | part of all minutes on record with addresses not on a list
--   verdict        | VARCHAR | -       | different: the user said so; NULL: open
with
named as (
    select
        person.contact_id,
        mention.matched_name as name_key,
        any_value(person.identity_key) as identity_key,
        any_value(person.full_name) as full_name,
        bool_or(person.is_listed) as is_listed,
        any_value(person.position) as position,
        any_value(person.company) as company,
        any_value(person.email) as email,
        any_value(person.profile_url) as profile_url
    from model.person
    inner join model.identity on person.contact_id = identity.contact_id
    inner join model.mention on identity.who = mention.who
    where mention.matched_name is not null and contains(mention.matched_name, ' ') and not mention.is_shared_email
    group by person.contact_id, mention.matched_name
),

listed as (
    select *
    from named
    where is_listed
    qualify count(*) over (partition by name_key) = 1
),

addressed as (
    select *
    from named
    where not is_listed
    qualify count(*) over (partition by name_key) = 1
),

timed as (
    select
        person.contact_id,
        coalesce(sum(contact_day.minutes + contact_day.colleague_minutes), 0) as minutes
    from model.person
    left join model.contact_day on person.contact_id = contact_day.contact_id
    where not person.is_listed
    group by person.contact_id
),

total as (
    select sum(minutes) as minutes
    from timed
),

judged as (
    select
        identity_key,
        other_key,
        verdict
    from decisions.person_link
    qualify row_number() over (
        partition by least(identity_key, other_key), greatest(identity_key, other_key) order by decision_no desc
    ) = 1
)

select
    listed.full_name,
    listed.identity_key as listed_key,
    nullif(concat_ws(', ', listed.position, listed.company), '') as listed_as,
    addressed.identity_key as addressed_key,
    coalesce(addressed.email, addressed.full_name) as addressed_as,
    timed.minutes,
    timed.minutes / nullif(total.minutes, 0) as share,
    judged.verdict
from listed
inner join addressed on listed.name_key = addressed.name_key
inner join timed on addressed.contact_id = timed.contact_id
cross join total
left join judged
    on listed.identity_key = judged.identity_key
    and addressed.identity_key = judged.other_key
-- Two profile addresses are two people, whatever their names.
where judged.verdict is distinct from 'same' and (listed.profile_url is null or addressed.profile_url is null)
order by timed.minutes desc, listed.full_name, listed.identity_key

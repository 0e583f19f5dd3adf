-- Question: Which addresses look like LinkedIn contacts of the same name?
-- Grain: one row per suggested link, most minutes first. A full name of two words or more that occurs once among the
--   LinkedIn contacts (where it occurs there not at all: the people of other lists) and once among everybody else
-- Columns:
--   full_name      | VARCHAR | -       | the shared name
--   listed_key     | VARCHAR | -       | identity key of the person on the list
--   listed_as      | VARCHAR | -       | what the list says: position and company
--   addressed_key  | VARCHAR | -       | identity key of the address
--   addressed_as   | VARCHAR | -       | the address
--   minutes        | DOUBLE  | minutes | all time on record with the address
--   share          | DOUBLE  | 0..1    | part of all minutes on record with people not known from LinkedIn
--   verdict        | VARCHAR | -       | different: the user said so; NULL: open
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
),

timed as (
    select
        contact_id,
        sum(minutes + colleague_minutes) as minutes
    from model.contact_day
    group by contact_id
),

total as (
    select sum(timed.minutes) as minutes
    from timed
    inner join model.person on timed.contact_id = person.contact_id
    where person.profile_url is null
),

-- Keys change hands when files come and go: what was decided holds for the people they now belong to.
key_owner as (
    select distinct
        identity_key,
        contact_id
    from model.identity
),

judged as (
    select
        least(one.contact_id, other.contact_id) as first_id,
        greatest(one.contact_id, other.contact_id) as second_id,
        arg_max(coalesce(person_link.verdict, 'taken back'), person_link.decision_no) as verdict
    from decisions.person_link
    inner join key_owner as one on person_link.identity_key = one.identity_key
    inner join key_owner as other on person_link.other_key = other.identity_key
    group by least(one.contact_id, other.contact_id), greatest(one.contact_id, other.contact_id)
),

pair as (
    select
        listed.full_name,
        listed.contact_id,
        listed.identity_key as listed_key,
        nullif(concat_ws(', ', listed.position, listed.company), '') as listed_as,
        addressed.contact_id as other_id,
        addressed.identity_key as addressed_key,
        coalesce(addressed.email, addressed.full_name) as addressed_as
    from single as listed
    inner join single as addressed
        on listed.name_key = addressed.name_key
        and listed.contact_id != addressed.contact_id
    where listed.is_on_list and not addressed.is_on_list
    -- Two spellings of one name suggest the same link twice.
    qualify row_number() over (partition by listed.contact_id, addressed.contact_id order by listed.name_key) = 1
)

select
    pair.full_name,
    pair.listed_key,
    pair.listed_as,
    pair.addressed_key,
    pair.addressed_as,
    coalesce(timed.minutes, 0) as minutes,
    coalesce(timed.minutes, 0) / nullif(total.minutes, 0) as share,
    nullif(judged.verdict, 'taken back') as verdict
from pair
cross join total
left join timed on pair.other_id = timed.contact_id
left join judged
    on least(pair.contact_id, pair.other_id) = judged.first_id
    and greatest(pair.contact_id, pair.other_id) = judged.second_id
order by coalesce(timed.minutes, 0) desc, pair.full_name, pair.listed_key, pair.addressed_key

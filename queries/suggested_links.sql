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
from model.suggested_link as pair
cross join total
left join timed on pair.addressed_id = timed.contact_id
left join judged
    on least(pair.listed_id, pair.addressed_id) = judged.first_id
    and greatest(pair.listed_id, pair.addressed_id) = judged.second_id
order by coalesce(timed.minutes, 0) desc, pair.full_name, pair.listed_key, pair.addressed_key

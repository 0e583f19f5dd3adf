-- Question: What is to be decided so that this person is no longer added by hand?
-- Grain: one row per time the person was added
-- Params:
--   who          | VARCHAR | -       | contact id; ids of before a merge still lead to the person
-- Columns:
--   full_name    | VARCHAR | -       | as it was filled in
--   company      | VARCHAR | -       | as it was filled in
--   position     | VARCHAR | -       | as it was filled in
--   email        | VARCHAR | -       | as it was filled in
--   profile_url  | VARCHAR | -       | as it was filled in
--   industry     | VARCHAR | -       | as it was filled in
--   is_added     | BOOLEAN | -       | NULL: taken back
with
params as (
    select $who::varchar as asked_id
),

found as (
    select arg_min(identity.contact_id, (identity.contact_id != params.asked_id, identity.contact_id)) as contact_id
    from model.identity
    cross join params
    where params.asked_id in (identity.contact_id, identity.alias_id)
),

mine as (
    select added_person.decision_no
    from model.added_person
    inner join model.identity on added_person.who = identity.who
    inner join found on identity.contact_id = found.contact_id
)

select
    added_contact.full_name,
    added_contact.company,
    added_contact.position,
    added_contact.email,
    added_contact.profile_url,
    added_contact.industry,
    null::boolean as is_added
from decisions.added_contact
inner join mine on added_contact.decision_no = mine.decision_no
order by added_contact.decision_no

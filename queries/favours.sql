-- Question: Which favours did this contact and I do each other?
-- Grain: one row per favour, newest first
-- Params:
--   who | VARCHAR | - | contact id; ids of before a merge still lead to the person
-- Columns:
--   happened_on     | DATE    | - | when; NULL: nobody says it
--   direction       | VARCHAR | - | given or received
--   is_introduction | BOOLEAN | - | known from the board, your word or an address book: an introduction they made
--   note            | VARCHAR | - | what it was, as you wrote it
--   person          | VARCHAR | - | whom they introduced
--   target_label    | VARCHAR | - | into which industry
--   identity_key    | VARCHAR | - | the key it is kept under, for decisions
--   favour_key      | VARCHAR | - | tells one favour from another
with
params as (
    select $who::varchar as asked_id
),

found as (
    select arg_min(identity.contact_id, (identity.contact_id != params.asked_id, identity.contact_id)) as contact_id
    from model.identity
    cross join params
    where params.asked_id in (identity.contact_id, identity.alias_id)
)

select
    favour_entry.happened_on,
    favour_entry.direction,
    favour_entry.is_introduction,
    favour_entry.note,
    person.full_name as person,
    industry.short_label as target_label,
    favour_entry.identity_key,
    favour_entry.favour_key
from model.favour_entry
inner join found on favour_entry.contact_id = found.contact_id
left join model.contact_fact as person on favour_entry.person_id = person.contact_id
left join model.industry on favour_entry.target_industry = industry.industry
order by
    favour_entry.happened_on desc nulls last,
    favour_entry.direction,
    favour_entry.favour_key

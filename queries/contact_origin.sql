-- Question: How did I come to know this person, and whom did they bring me?
-- Grain: one row if anybody says so, or if they brought somebody
-- Params:
--   who | VARCHAR | - | contact id; ids of before a merge still lead to the person
-- Columns:
--   how           | VARCHAR | - | introduced, myself or unknown; NULL: nobody says so
--   is_yours      | BOOLEAN | - | you said so, on their page
--   introducer    | VARCHAR | - | who introduced you
--   introducer_id | VARCHAR | - | their contact id
--   source        | VARCHAR | - | an ask, you said so, an address book
--   introduced_on | DATE    | - | when, or since when you know them
--   brought       | VARCHAR | - | the people they introduced you to, by name
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

brought as (
    select string_agg(contact.full_name, ', ' order by introduction.introduced_on, contact.full_name) as names
    from model.introduction
    inner join found on introduction.introducer_id = found.contact_id
    inner join model.contact on introduction.person_id = contact.contact_id
)

select
    coalesce(contact_origin.origin, case when introduction.person_id is not null then 'introduced' end) as how,
    contact_origin.contact_id is not null as is_yours,
    introduction.introducer_name as introducer,
    introduction.introducer_id,
    introduction.source,
    introduction.introduced_on,
    brought.names as brought
from found
cross join brought
left join model.contact_origin on found.contact_id = contact_origin.contact_id
left join model.introduction on found.contact_id = introduction.person_id
where contact_origin.contact_id is not null or introduction.person_id is not null or brought.names is not null
order by how

-- Table: how many people each run of an import brought, and how many the newer copy of a list no longer has
-- Grain: one row per run of an import
-- Reads: model.run_file, model.mention, model.identity, model.contact_fact, model.gone_person
with
first_named as (
    select
        contact_fact.contact_id,
        min(mention.import_id) as import_id
    from model.mention
    inner join model.identity on mention.who = identity.who
    inner join model.contact_fact on identity.contact_id = contact_fact.contact_id
    group by contact_fact.contact_id
),

new_people as (
    select
        run_file.run_id,
        count(*) as people
    from first_named
    inner join model.run_file on first_named.import_id = run_file.import_id
    group by run_file.run_id
),

gone_people as (
    select
        run_id,
        count(*) as people
    from model.gone_person
    group by run_id
)

select
    whole.run_id,
    coalesce(new_people.people, 0) as new_people,
    coalesce(gone_people.people, 0) as gone_people
from (select distinct run_file.run_id from model.run_file) as whole
left join new_people on whole.run_id = new_people.run_id
left join gone_people on whole.run_id = gone_people.run_id

-- Table: the imports file by file, with the balance of rows and what they brought
-- Grain: one row per import and file
-- Reads: records.import, records.part, records.person, records.mention, records.acquaintance, model.identity, model.interaction, model.contact_fact
with
named as (
    select
        person.import_id,
        person.part_no,
        person.who
    from records.person
    union all
    select
        mention.import_id,
        mention.part_no,
        mention.who
    from records.mention
),

met as (
    select
        named.import_id,
        named.part_no,
        count(distinct contact_fact.contact_id) as people
    from named
    inner join model.identity on named.who = identity.who
    inner join model.contact_fact on identity.contact_id = contact_fact.contact_id
    group by named.import_id, named.part_no
),

nameless as (
    select
        import_id,
        part_no,
        count(*) filter (full_name is null and email is null and not is_self) as rows_without_name
    from records.person
    group by import_id, part_no
    union all
    select
        import_id,
        part_no,
        count(*) filter (name_key is null) as rows_without_name
    from records.acquaintance
    group by import_id, part_no
),

known as (
    select
        import_id,
        part_no,
        count(distinct who) filter (name_key is not null) as acquaintances
    from records.acquaintance
    group by import_id, part_no
),

held as (
    select
        import_id,
        part_no,
        count(*) as interactions,
        count(*) filter (exclusion is not null) as not_counted
    from model.interaction
    group by import_id, part_no
)

select
    part.import_id,
    part.part_no,
    import.file_name as source,
    part.file_name as file,
    part.kind,
    part.series,
    import.imported_at,
    left(import.sha256, 12) as fingerprint,
    part.rows_read,
    part.rows_new,
    part.rows_updated,
    part.rows_unchanged,
    part.rows_refused,
    coalesce(nameless.rows_without_name, 0) + coalesce(held.not_counted, 0) as not_counted,
    coalesce(met.people, known.acquaintances, 0) as people,
    coalesce(held.interactions, 0) as interactions
from records.part
inner join records.import on part.import_id = import.import_id
left join met
    on part.import_id = met.import_id
    and part.part_no = met.part_no
left join known
    on part.import_id = known.import_id
    and part.part_no = known.part_no
left join nameless
    on part.import_id = nameless.import_id
    and part.part_no = nameless.part_no
left join held
    on part.import_id = held.import_id
    and part.part_no = held.part_no

-- Table: where people work and worked, as the exports, or the user, said it at their time
-- Grain: one row per person, company and position
-- Reads: records.person, records.import, model.added_person, model.identity
with
stated as (
    select
        person.who,
        person.company,
        person.company_key,
        person.position,
        import.imported_at,
        person.import_id,
        person.part_no,
        person.line
    from records.person
    inner join records.import on person.import_id = import.import_id
    where person.company is not null and not person.is_self
    union all
    select
        who,
        company,
        company_key,
        position,
        decided_at as imported_at,
        import_id,
        part_no,
        line
    from model.added_person
    where company is not null
)

select
    identity.contact_id,
    stated.company,
    any_value(stated.company_key) as company_key,
    stated.position,
    min(stated.imported_at)::date as first_seen_on,
    max(stated.imported_at)::date as last_seen_on,
    -- The row that said it last, so that it can be shown.
    arg_max(struct_pack(stated.import_id, stated.part_no, stated.line), (stated.import_id, -stated.part_no, -stated.line))
        as last_row
from stated
inner join model.identity on stated.who = identity.who
group by identity.contact_id, stated.company, stated.position

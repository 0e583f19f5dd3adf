-- Table: where people work and worked, as the exports said it at their time
-- Grain: one row per person, company and position
-- Reads: records.person, records.import, model.identity
select
    identity.contact_id,
    person.company,
    any_value(person.company_key) as company_key,
    person.position,
    min(import.imported_at)::date as first_seen_on,
    max(import.imported_at)::date as last_seen_on
from records.person
inner join records.import on person.import_id = import.import_id
inner join model.identity on person.who = identity.who
where person.company is not null and not person.is_self
group by identity.contact_id, person.company, person.position

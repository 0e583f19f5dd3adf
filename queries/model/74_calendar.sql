-- Table: the last day on which anything happened, and the first
-- Grain: one row
-- Reads: model.contact_day, model.added_person, records.import
select
    coalesce(
        (select max(contact_day.occurred_on) from model.contact_day),
        (select max(import.imported_at)::date from records.import),
        (select max(added_person.decided_at)::date from model.added_person),
        date '2000-01-01'
    ) as last_on,
    coalesce((select min(contact_day.occurred_on) from model.contact_day), date '2000-01-01') as first_on,
    (select count(*) from model.contact_day) > 0 as has_interactions

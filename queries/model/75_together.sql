-- Table: industries whose people somebody met in small company, with the latest day
-- Grain: one row per contact and industry of somebody else present
-- Reads: model.participation, model.contact
select
    one.contact_id,
    contact.industry,
    max(one.occurred_on) as last_on
from model.participation as one
inner join model.participation as other
    on one.import_id = other.import_id
    and one.occurrence_no = other.occurrence_no
    and one.contact_id != other.contact_id
inner join model.contact on other.contact_id = contact.contact_id
where one.others between 2 and 12 and other.others between 2 and 12 and contact.industry is not null
group by one.contact_id, contact.industry

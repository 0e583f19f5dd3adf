-- Table: industries whose people somebody met in small company, with the latest day
-- Grain: one row per contact and industry of somebody else present
-- Reads: model.met_with, model.contact
select
    met_with.contact_id,
    contact.industry,
    max(met_with.last_on) as last_on
from model.met_with
inner join model.contact on met_with.other_id = contact.contact_id
where contact.industry is not null
group by met_with.contact_id, contact.industry

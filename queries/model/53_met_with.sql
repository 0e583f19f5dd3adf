-- Table: who was with whom in small company, with the latest day: no industry is read, so a label leaves it as it is
-- Grain: one row per contact and somebody else present
-- Reads: model.participation
select
    one.contact_id,
    other.contact_id as other_id,
    max(one.occurred_on) as last_on
from model.participation as one
inner join model.participation as other
    on one.import_id = other.import_id
    and one.occurrence_no = other.occurrence_no
    and one.contact_id != other.contact_id
where one.others between 2 and 12 and other.others between 2 and 12
group by one.contact_id, other.contact_id

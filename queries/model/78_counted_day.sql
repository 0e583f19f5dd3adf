-- Macro: counted_day()
-- Table: minutes that count, with each contact by day: not the private, colleagues only where they are counted in
-- Grain: one row per contact and day
-- Reads: model.contact_day, model.contact, model.setting
select
    contact_day.contact_id,
    contact.industry,
    contact_day.occurred_on,
    contact_day.minutes + case when setting.counts_colleagues then contact_day.colleague_minutes else 0 end as minutes
from model.contact_day
inner join model.contact on contact_day.contact_id = contact.contact_id
cross join model.setting
where not contact.is_private

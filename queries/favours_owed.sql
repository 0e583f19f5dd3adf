-- Question: Who did more for me than I for them?
-- Grain: one row per such contact, whom you owe most first
-- Columns:
--   contact_id       | VARCHAR | - | their contact id
--   full_name        | VARCHAR | - | their name
--   identity_key     | VARCHAR | - | their identity key, for decisions
--   given            | BIGINT  | - | favours you did them
--   received         | BIGINT  | - | favours they did you
--   introductions    | BIGINT  | - | of these: introductions they made for you
--   balance          | BIGINT  | - | given less received
--   last_received_on | DATE    | - | their latest; NULL: nobody says the day
select
    favour.contact_id,
    contact.full_name,
    contact.identity_key,
    favour.given,
    favour.received,
    favour.introductions,
    favour.balance,
    favour.last_received_on
from model.favour
inner join model.contact on favour.contact_id = contact.contact_id
where favour.balance < 0 and not contact.is_private and not contact.is_archived
order by favour.balance, favour.last_received_on desc nulls last, favour.contact_id

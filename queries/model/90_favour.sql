-- Table: how favours stand between the user and a contact: below nothing, the contact did more for the user
-- Grain: one row per contact with a favour
-- Reads: model.favour_entry
select
    contact_id,
    count(*) filter (direction = 'given') as given,
    count(*) filter (direction = 'received') as received,
    count(*) filter (is_introduction) as introductions,
    count(*) filter (direction = 'given') - count(*) filter (direction = 'received') as balance,
    max(happened_on) filter (direction = 'given') as last_given_on,
    max(happened_on) filter (direction = 'received') as last_received_on
from model.favour_entry
group by contact_id

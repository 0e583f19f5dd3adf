-- Question: What did I tell by hand of time with people?
-- Grain: one row per entry and person, newest first
-- Columns:
--   entry_key    | VARCHAR | -       | what an entry is kept under
--   identity_key | VARCHAR | -       | with whom, as the decision has it
--   contact_id   | VARCHAR | -       | short id, for addresses of pages
--   full_name    | VARCHAR | -       | name, or the address where no name is known
--   happened_on  | DATE    | -       | the day
--   minutes      | DOUBLE  | minutes | as told
--   minutes_said | VARCHAR | -       | the same as the decision has it
--   channel      | VARCHAR | -       | meeting, call, mail or message
--   note         | VARCHAR | -       | the user's own words
--   is_on_file   | BOOLEAN | -       | a file tells of that day too, so this one counts nothing
select
    own_entry.entry_key,
    own_entry.identity_key,
    own_entry.contact_id,
    coalesce(person.full_name, person.email, 'No name known') as full_name,
    own_entry.happened_on,
    own_entry.minutes,
    own_entry.minutes_said,
    own_entry.channel,
    own_entry.note,
    own_entry.is_on_file
from model.own_entry
left join model.person on own_entry.contact_id = person.contact_id
order by own_entry.happened_on desc, own_entry.decided_at desc, own_entry.entry_key, own_entry.contact_id

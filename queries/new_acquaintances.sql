-- Question: Whom did I meet, write to or hear from for the first time lately?
-- Grain: one row per such contact, the latest first; colleagues and who is not networking are left out
-- Params:
--   today       | DATE    | -    | the day it is
--   within_days | INTEGER | days | first met in so many days up to today
-- Columns:
--   contact_id     | VARCHAR | - | their contact id
--   full_name      | VARCHAR | - | their name
--   identity_key   | VARCHAR | - | their identity key, for decisions
--   company        | VARCHAR | - | where they work
--   industry       | VARCHAR | - | code of their industry
--   industry_label | VARCHAR | - | the same in words
--   first_on       | DATE    | - | the first interaction
with
params as (
    select
        $today::date as today,
        $within_days::integer as within_days
)

select
    contact.contact_id,
    contact.full_name,
    contact.identity_key,
    contact.company,
    contact.industry,
    industry.short_label as industry_label,
    contact.first_interaction_on as first_on
from model.contact
cross join params
left join model.industry on contact.industry = industry.industry
where contact.first_interaction_on between params.today - params.within_days + 1 and params.today
    and not contact.is_colleague and not contact.is_private and not contact.is_archived and not contact.is_shared_mailbox
order by contact.first_interaction_on desc, contact.contact_id

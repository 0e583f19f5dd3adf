-- Question: How many people do I know, and of how many do I know what?
-- Grain: one row
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of the window that ends on as_of
-- Columns:
--   contacts     | BIGINT  | people  | all contacts
--   known        | BIGINT  | people  | those whose industry is known
--   unsure       | BIGINT  | people  | those whose industry is not
--   warm         | BIGINT  | people  | those with a warm tie
--   dormant      | BIGINT  | people  | those met before, not in the window
--   added        | BIGINT  | people  | those added by hand
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days
),

met as (
    select
        contact_day.contact_id,
        bool_or(contact_day.occurred_on > params.as_of - params.window_days) as is_recent
    from model.contact_day
    cross join params
    where contact_day.occurred_on <= params.as_of
    group by contact_day.contact_id
),

warm as (
    select tie.contact_id
    from model.tie((select params.as_of from params)) as tie
    cross join model.setting
    where tie.strength >= setting.warm_from
)

select
    count(*) as contacts,
    count(contact.industry) as known,
    count(*) - count(contact.industry) as unsure,
    count(warm.contact_id) as warm,
    count(*) filter (not met.is_recent) as dormant,
    count(*) filter (contact.contact_id in (
        select identity.contact_id
        from model.identity
        inner join model.added_person on identity.who = added_person.who
    )) as added
from model.contact
left join met on contact.contact_id = met.contact_id
left join warm on contact.contact_id = warm.contact_id

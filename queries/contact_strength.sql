-- Question: What makes this tie as strong as it is?
-- Grain: one row for the person, none if nobody has that id or nothing is on record
-- Params:
--   who          | VARCHAR | -       | contact id; ids of before a merge still lead to the person
--   as_of        | DATE    | -       | last day that counts
-- Columns:
--   contact_id            | VARCHAR | -       | the present id
--   strength              | DOUBLE  | 0..100  | 100 S / (S + S0)
--   is_warm               | BOOLEAN | -       | as strong as a warm tie, or stronger
--   warm_from             | DOUBLE  | 0..100  | strength from which a tie is warm
--   spoken_minutes        | DOUBLE  | minutes | meetings and calls, faded
--   written_minutes       | DOUBLE  | minutes | mail and messages, faded, before two-wayness
--   two_wayness           | DOUBLE  | 0..1    | how evenly both write; .5 at least; written minutes count times it
--   messages_in           | DOUBLE  | -       | messages from them in 365 days
--   messages_out          | DOUBLE  | -       | messages to them in 365 days
--   faded_minutes         | DOUBLE  | minutes | S: spoken plus two-wayness times written
--   minutes_ever          | DOUBLE  | minutes | all minutes on record, not faded
--   last_interaction_on   | DATE    | -       | latest interaction up to as_of
--   half_life_days        | DOUBLE  | days    | time together counts half after this long
--   strength_half_minutes | DOUBLE  | minutes | S0: minutes that make a strength of 50
--   is_dormant_once_strong | BOOLEAN | -      | five hours and more in all, none in the last 365 days
with
params as (
    select
        $who::varchar as asked_id,
        $as_of::date as as_of
),

found as (
    select arg_min(identity.contact_id, (identity.contact_id != params.asked_id, identity.contact_id)) as contact_id
    from model.identity
    cross join params
    where params.asked_id in (identity.contact_id, identity.alias_id)
)

select
    tie.contact_id,
    tie.strength,
    tie.strength >= setting.warm_from as is_warm,
    setting.warm_from,
    tie.spoken_minutes,
    tie.written_minutes,
    tie.two_wayness,
    coalesce(tie.messages_in, 0)::double as messages_in,
    coalesce(tie.messages_out, 0)::double as messages_out,
    tie.faded_minutes,
    tie.minutes_ever,
    tie.last_on as last_interaction_on,
    setting.half_life_days,
    setting.strength_half_minutes,
    tie.is_dormant_once_strong
from model.tie((select params.as_of from params)) as tie
inner join found on tie.contact_id = found.contact_id
cross join model.setting
order by tie.contact_id

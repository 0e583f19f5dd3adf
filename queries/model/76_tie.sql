-- Macro: tie(as_of)
-- Table: how warm each relation is: S sums minutes x two-wayness x 0.5^(age / half-life); strength = 100 S / (S + S0)
-- Grain: one row per contact with an interaction up to as_of
-- Reads: model.contact_day, model.setting
with
faded as (
    select
        contact_day.contact_id,
        sum(contact_day.spoken_minutes * power(0.5, (as_of - contact_day.occurred_on) / setting.half_life_days))
            as spoken,
        sum(contact_day.written_minutes * power(0.5, (as_of - contact_day.occurred_on) / setting.half_life_days))
            as written,
        sum(contact_day.spoken_minutes + contact_day.written_minutes) as minutes_ever,
        max(contact_day.occurred_on) as last_on,
        sum(contact_day.messages_in) filter (contact_day.occurred_on > as_of - 365) as messages_in,
        sum(contact_day.messages_out) filter (contact_day.occurred_on > as_of - 365) as messages_out
    from model.contact_day
    cross join model.setting
    where contact_day.occurred_on <= as_of
    group by contact_day.contact_id
),

summed as (
    select
        *,
        greatest(0.5, coalesce(
            least(messages_in, messages_out) / nullif(greatest(messages_in, messages_out), 0),
            0.5
        )) as two_wayness
    from faded
)

select
    summed.contact_id,
    summed.spoken as spoken_minutes,
    summed.written as written_minutes,
    summed.minutes_ever,
    summed.messages_in,
    summed.messages_out,
    summed.two_wayness,
    summed.last_on,
    summed.spoken + summed.two_wayness * summed.written as faded_minutes,
    100 * (summed.spoken + summed.two_wayness * summed.written)
    / (summed.spoken + summed.two_wayness * summed.written + setting.strength_half_minutes) as strength,
    summed.minutes_ever >= 300 and summed.last_on <= as_of - 365 as is_dormant_once_strong
from summed
cross join model.setting

-- Question: Which assumptions about time have anything to work on?
-- Grain: one row per assumption about time
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of the window that ends on as_of
-- Columns:
--   name         | VARCHAR | -       | what a decision about it is kept under
--   interactions | BIGINT  | -       | interactions of the window that half or double of it could touch, at most
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days
),

touched as (
    select
        case
            when interaction.channel = 'message' then 'minutes_message_'
            when interaction.channel = 'mail' then 'minutes_mail_'
            when interaction.channel in ('meeting', 'call') then 'minutes_' || interaction.channel
        end
        || case
            when interaction.channel in ('meeting', 'call') then ''
            when interaction.is_mine then 'sent'
            else 'received'
        end as default_used,
        interaction.channel in ('meeting', 'call') as is_spoken,
        interaction.others > 1 as is_shared,
        interaction.minutes >= setting.event_cap_minutes / 2 as is_long,
        interaction.others >= setting.audience_over / 2 as is_crowd,
        count(*) as interactions
    from model.interaction
    cross join params
    cross join model.setting
    where interaction.occurred_on <= params.as_of and interaction.occurred_on > params.as_of - params.window_days
        and coalesce(interaction.exclusion, 'an audience') = 'an audience'
    group by all
),

summed as (
    select unnest([
        {'name': 'sharing', 'interactions': sum(interactions) filter (is_shared)},
        {'name': 'event_cap_minutes', 'interactions': sum(interactions) filter (is_spoken or is_long)},
        {'name': 'audience_over', 'interactions': sum(interactions) filter (is_crowd)},
        {'name': 'tentative_weight', 'interactions': sum(interactions) filter (is_spoken)},
        {'name': 'minutes_meeting', 'interactions': sum(interactions) filter (default_used = 'minutes_meeting')},
        {'name': 'minutes_call', 'interactions': sum(interactions) filter (default_used = 'minutes_call')},
        {'name': 'minutes_mail_sent', 'interactions': sum(interactions) filter (default_used = 'minutes_mail_sent')},
        {
            'name': 'minutes_mail_received',
            'interactions': sum(interactions) filter (default_used = 'minutes_mail_received')
        },
        {
            'name': 'minutes_message_sent',
            'interactions': sum(interactions) filter (default_used = 'minutes_message_sent')
        },
        {
            'name': 'minutes_message_received',
            'interactions': sum(interactions) filter (default_used = 'minutes_message_received')
        }
    ], recursive := true)
    from touched
)

select
    name,
    coalesce(interactions, 0)::bigint as interactions
from summed
order by name

-- Table: identities that look like the user's own, with the reason in words
-- Grain: one row per identity key
-- Reads: model.interaction_row, records.participant, records.part, model.identity, model.mention
with
named as (
    select
        interaction_row.kind,
        identity.contact_id,
        count(distinct interaction_row.interaction_key) as interactions
    from model.interaction_row
    inner join records.participant
        on interaction_row.import_id = participant.import_id
        and interaction_row.interaction_key = participant.interaction_key
    inner join model.identity on participant.who = identity.who
    where interaction_row.kind in ('linkedin_messages', 'linkedin_invitations', 'calendar')
    group by interaction_row.kind, identity.contact_id
),

total as (
    select
        interaction_row.kind,
        count(distinct interaction_row.interaction_key) as interactions
    from model.interaction_row
    inner join records.participant
        on interaction_row.import_id = participant.import_id
        and interaction_row.interaction_key = participant.interaction_key
    group by interaction_row.kind
),

frequent as (
    select
        named.contact_id,
        printf(
            'in %d%% of your %s', round(100 * named.interactions / total.interactions)::integer,
            case named.kind when 'linkedin_messages' then 'messages' when 'linkedin_invitations' then 'invitations'
                else 'calendar events with other people' end
        ) as reason,
        named.interactions / total.interactions as share
    from named
    inner join total on named.kind = total.kind
    where total.interactions >= 5 and named.interactions > 0.5 * total.interactions
    qualify named.interactions = max(named.interactions) over (partition by named.kind)
),

account as (
    select distinct
        identity.contact_id,
        'the calendar''s own account' as reason,
        1.0 as share
    from records.part
    inner join model.mention on part.series = 'calendar:' || mention.email
    inner join model.identity on mention.who = identity.who
)

select
    identity.first_key as identity_key,
    identity.contact_id,
    string_agg(distinct candidate.reason, ', ' order by candidate.reason) as reason,
    max(candidate.share) as share
from (select * from frequent union all select * from account) as candidate
inner join (select distinct contact_id, first_key from model.identity) as identity
    on candidate.contact_id = identity.contact_id
group by identity.first_key, identity.contact_id

-- Table: identities that look like the user's own, with the reason in words
-- Grain: one row per identity key
-- Reads: model.interaction_row, records.participant, records.part, model.identity, model.mention
with
-- One person under two addresses in one event counts twice here: good enough for a proposal, and cheap.
mentioned as (
    select
        participant.import_id,
        participant.who,
        interaction.kind,
        count(*) as interactions
    from records.participant
    inner join model.interaction_row as interaction
        on participant.import_id = interaction.import_id
        and participant.occurrence_no = interaction.occurrence_no
    group by participant.import_id, participant.who, interaction.kind
),

named as (
    select
        mentioned.kind,
        identity.contact_id,
        sum(mentioned.interactions) as interactions
    from mentioned
    inner join model.identity on mentioned.who = identity.who
    group by mentioned.kind, identity.contact_id
),

-- A calendar also holds time for oneself: only events that name somebody count.
named_event as (
    select distinct
        interaction.kind,
        interaction.import_id,
        interaction.occurrence_no
    from model.interaction_row as interaction
    inner join records.participant
        on interaction.import_id = participant.import_id
        and interaction.occurrence_no = participant.occurrence_no
    where interaction.kind in ('calendar', 'outlook_calendar')
),

total as (
    select
        interaction.kind,
        count(*) as interactions
    from model.interaction_row as interaction
    where interaction.kind in ('linkedin_messages', 'linkedin_invitations', 'mail')
    group by interaction.kind
    union all
    select
        named_event.kind,
        count(*) as interactions
    from named_event
    group by named_event.kind
),

frequent as (
    select
        named.contact_id,
        printf(
            'in %d%% of your %s', round(100 * least(1, named.interactions / total.interactions))::integer,
            case named.kind when 'linkedin_messages' then 'messages' when 'linkedin_invitations' then 'invitations'
                when 'mail' then 'mails' else 'calendar events with other people' end
        ) as reason,
        least(1, named.interactions / total.interactions) as share
    from named
    inner join total on named.kind = total.kind
    where total.interactions >= 5 and named.interactions > 0.5 * total.interactions
    qualify named.interactions = max(named.interactions) over (partition by named.kind)
        -- Mails with one person alone name both equally often.
        and (named.kind != 'mail' or count(*) over (partition by named.kind, named.interactions) = 1)
),

account as (
    select distinct
        identity.contact_id,
        case part.kind when 'mail' then 'mails are delivered to it' else 'the calendar''s own account' end as reason,
        1.0 as share
    from records.part
    inner join model.mention on lower(part.series) in ('calendar:' || mention.email, 'mail:' || mention.email)
    inner join model.identity on mention.who = identity.who
),

candidate as (
    select
        contact_id,
        reason,
        share
    from frequent
    union all
    select
        contact_id,
        reason,
        share
    from account
),

person as (
    select distinct
        contact_id,
        first_key
    from model.identity
)

select
    person.first_key as identity_key,
    person.contact_id,
    string_agg(distinct candidate.reason, ', ' order by candidate.reason) as reason,
    max(candidate.share) as share
from candidate
inner join person on candidate.contact_id = person.contact_id
-- Nobody is their own connection: in every message of one long conversation there are two.
where candidate.contact_id not in (
    select connected.contact_id
    from model.identity as connected
    inner join model.mention on connected.who = mention.who
    where mention.is_connection
)
group by person.first_key, person.contact_id

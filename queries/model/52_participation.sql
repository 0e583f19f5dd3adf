-- Table: who had how many minutes of which interaction that counts
-- Grain: one row per interaction and person
-- Reads: model.interaction, records.participant, model.identity, model.self, model.setting, model.person, model.own_employer
with
at_own_employer as (
    select
        person.contact_id,
        min(own_employer.started_on) as started_on,
        max(own_employer.finished_on) as finished_on
    from model.person
    inner join model.own_employer
        on person.company_key = own_employer.company_key
        or person.domain = own_employer.domain
    group by person.contact_id
),

present as (
    select
        interaction.interaction_key,
        interaction.kind,
        identity.contact_id,
        any_value(interaction.import_id) as import_id,
        any_value(interaction.part_no) as part_no,
        any_value(interaction.line) as line,
        any_value(interaction.starts_at) as starts_at,
        any_value(interaction.occurred_on) as occurred_on,
        any_value(interaction.channel) as channel,
        any_value(interaction.is_mine) as is_mine,
        any_value(interaction.others) as others,
        any_value(interaction.minutes) as minutes,
        bool_or(participant.role in ('from', 'organizer')) as is_theirs,
        bool_or(participant.role = 'cc') as is_copied
    from model.interaction
    inner join records.participant
        on interaction.import_id = participant.import_id
        and interaction.interaction_key = participant.interaction_key
    inner join model.identity on participant.who = identity.who
    where interaction.exclusion is null and participant.kind = 'person' and participant.status is distinct from 'declined'
    group by interaction.interaction_key, interaction.kind, identity.contact_id
)

select
    present.contact_id,
    present.interaction_key,
    present.others,
    present.import_id,
    present.part_no,
    present.line,
    present.starts_at,
    present.occurred_on,
    present.channel,
    case
        when present.channel in ('meeting', 'call') then null
        when present.is_mine then 'out'
        when present.is_theirs then 'in'
    end as direction,
    case
        when present.is_copied then 0
        when setting.sharing = 'full' then present.minutes
        else present.minutes / present.others
    end as minutes,
    coalesce(present.occurred_on between at_own_employer.started_on and at_own_employer.finished_on, false) as is_colleague
from present
cross join model.setting
left join at_own_employer on present.contact_id = at_own_employer.contact_id
where present.contact_id not in (select self.contact_id from model.self)

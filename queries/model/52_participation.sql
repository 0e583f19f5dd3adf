-- Table: who had how many minutes of which interaction that counts
-- Grain: one row per interaction and person
-- Reads: model.interaction, model.presence, model.setting, model.person, model.own_employer
with
at_own_employer as (
    select
        contact_id,
        list(struct_pack(started_on := started_on, finished_on := finished_on)) as periods
    from (
        select
            person.contact_id,
            own_employer.started_on,
            own_employer.finished_on
        from model.person
        inner join model.own_employer on person.company_key = own_employer.company_key
        union
        select
            person.contact_id,
            own_employer.started_on,
            own_employer.finished_on
        from model.person
        inner join model.own_employer on person.domain = own_employer.domain
    ) as period
    group by contact_id
)

select
    presence.contact_id,
    interaction.import_id,
    interaction.part_no,
    interaction.line,
    interaction.occurrence_no,
    interaction.others,
    interaction.starts_at,
    interaction.occurred_on,
    interaction.channel,
    case
        when interaction.channel in ('meeting', 'call') then null
        when interaction.is_mine then 'out'::main.direction_name
        when presence.is_theirs then 'in'::main.direction_name
    end as direction,
    case
        when presence.is_copied then 0
        when setting.sharing = 'full' then interaction.minutes
        else interaction.minutes / interaction.others
    end as minutes,
    coalesce(list_bool_or(list_transform(
        at_own_employer.periods, lambda p: interaction.occurred_on between p.started_on and p.finished_on
    )), false) as is_colleague
from model.presence
inner join model.interaction
    on presence.import_id = interaction.import_id
    and presence.occurrence_no = interaction.occurrence_no
cross join model.setting
left join at_own_employer on presence.contact_id = at_own_employer.contact_id
where interaction.exclusion is null and not presence.is_self and presence.status is distinct from 'declined'

-- Table: the interactions that hold: of each row the version of the latest live import; a calendar ends what its
--   newer copy no longer contains within its own days; one interaction counts once, however many files name it
-- Grain: one row per interaction
-- Reads: records.import, records.part, records.entry, records.interaction, model.setting
with
-- Only kinds that were imported more than once need comparing: the first import of a million rows skips it.
repeated_kind as (
    select kind
    from records.part
    group by kind
    having count(*) > 1
),

newest_version as (
    select
        part.kind,
        entry.row_key,
        max(entry.import_id) as import_id
    from records.entry
    inner join records.part
        on entry.import_id = part.import_id
        and entry.part_no = part.part_no
    where part.kind in (select repeated_kind.kind from repeated_kind)
    group by part.kind, entry.row_key
),

candidate as (
    select
        interaction.*,
        part.kind,
        part.series
    from records.interaction
    inner join records.part
        on interaction.import_id = part.import_id
        and interaction.part_no = part.part_no
),

outdated as (
    select
        entry.import_id,
        entry.part_no,
        entry.line
    from records.entry
    inner join records.part
        on entry.import_id = part.import_id
        and entry.part_no = part.part_no
    inner join newest_version
        on part.kind = newest_version.kind
        and entry.row_key = newest_version.row_key
    where entry.import_id < newest_version.import_id
),

ended as (
    select distinct
        candidate.import_id,
        candidate.occurrence_no
    from candidate
    cross join model.setting
    inner join records.part as newer
        on candidate.kind = newer.kind
        and candidate.series = newer.series
        and candidate.import_id < newer.import_id
        and newer.is_snapshot
        and timezone(setting.time_zone, timezone('UTC', candidate.starts_at))::date
        between newer.first_on and newer.last_on
),

holding as (
    select
        candidate.*,
        import.imported_at
    from candidate
    inner join records.import on candidate.import_id = import.import_id
    left join outdated
        on candidate.import_id = outdated.import_id
        and candidate.part_no = outdated.part_no
        and candidate.line = outdated.line
    left join ended
        on candidate.import_id = ended.import_id
        and candidate.occurrence_no = ended.occurrence_no
    where outdated.line is null and ended.occurrence_no is null
),

repeated as (
    select
        kind,
        interaction_key
    from holding
    group by kind, interaction_key
    having count(*) > 1
),

superfluous as (
    select
        holding.import_id,
        holding.occurrence_no
    from holding
    inner join repeated
        on holding.kind = repeated.kind
        and holding.interaction_key = repeated.interaction_key
    qualify row_number() over (
        partition by holding.kind, holding.interaction_key
        order by holding.import_id desc, holding.line, holding.occurrence_no
    ) > 1
)

select
    holding.import_id,
    holding.part_no,
    holding.line,
    holding.occurrence_no,
    holding.kind,
    holding.starts_at,
    holding.minutes,
    holding.channel,
    holding.is_all_day,
    holding.is_cancelled,
    coalesce(holding.is_own_plan, false) as is_own_plan,
    holding.imported_at
from holding
left join superfluous
    on holding.import_id = superfluous.import_id
    and holding.occurrence_no = superfluous.occurrence_no
where superfluous.occurrence_no is null

-- Table: the hours the user keeps free for networking, as decided or by default. Defaults are assumptions of ours
-- Grain: one row
-- Reads: decisions.time_plan, model.setting
with
held as (
    select
        name,
        arg_max_null(setting, decision_no) as setting,
        max(decided_at) as decided_at
    from decisions.time_plan
    group by name
),

typed as (
    select
        coalesce(max(try_cast(held.setting as integer)) filter (held.name = 'minutes_per_week'), 90)
            as minutes_per_week,
        coalesce(max(held.setting) filter (held.name = 'days'), 'TU,TH') as days,
        coalesce(max(held.setting) filter (held.name = 'earliest'), '09:00') as earliest,
        coalesce(max(held.setting) filter (held.name = 'latest'), '17:00') as latest,
        coalesce(max(try_cast(held.setting as integer)) filter (held.name = 'slot_minutes'), 45) as slot_minutes,
        max(held.setting) filter (held.name = 'time_zone') as time_zone,
        max(held.setting) filter (held.name = 'saved') as saved,
        max(held.decided_at) filter (held.name = 'saved') as saved_at,
        max(held.setting) filter (held.name = 'uid') as uid,
        coalesce(bool_or(held.setting is not null and held.name != 'uid' and not starts_with(held.name, 'moved ')), false)
            as is_promised
    from held
),

placed as (
    select
        typed.* exclude (time_zone),
        coalesce(typed.time_zone, setting.time_zone) as time_zone,
        (select count(*) from decisions.time_plan as line where line.name = 'saved') as times_saved,
        (
            select coalesce(max(len(string_split(split_part(line.setting, ';', 1), ','))), 0)
            from decisions.time_plan as line
            where line.name = 'saved'
        ) as slots_ever
    from typed
    cross join model.setting
),

stated as (
    select
        *,
        concat_ws(' ', minutes_per_week, days, earliest, latest, slot_minutes, time_zone) as terms,
        -- Slots begin on the half hour: one of 45 minutes every hour.
        (30 * ceil(slot_minutes / 30.0))::integer as step_minutes,
        string_split(earliest, ':')[1]::integer * 60 + string_split(earliest, ':')[2]::integer as earliest_minute,
        string_split(latest, ':')[1]::integer * 60 + string_split(latest, ':')[2]::integer as latest_minute
    from placed
)

-- What was saved holds as long as the terms are those it was saved under. Each other saving raises the SEQUENCE.
select
    * exclude (saved),
    case when split_part(saved, ';', 2) = terms then split_part(saved, ';', 1) end as saved_slots,
    coalesce(split_part(saved, ';', 2) = terms, false) as is_saved,
    times_saved - case when split_part(saved, ';', 2) = terms then 1 else 0 end as sequence
from stated

-- Table: the imports as they were made, files taken in together as one: whom they brought, who is gone, and the
--   headline before and after
-- Grain: one row per run of an import
-- Reads: model.run_file, records.part, records.import_effect, records.interaction, model.interaction, model.import_people
with
-- Only kinds that were imported more than once need comparing: the first import of a million rows skips it.
repeated_kind as (
    select kind
    from records.part
    group by kind
    having count(*) > 1
),

-- An interaction is new with the first file by which it had happened: calendars know the future too.
first_told as (
    select
        part.kind,
        interaction.interaction_key,
        min(interaction.import_id) as import_id
    from records.interaction
    inner join records.part
        on interaction.import_id = part.import_id
        and interaction.part_no = part.part_no
    inner join model.run_file on interaction.import_id = run_file.import_id
    where part.kind in (select repeated_kind.kind from repeated_kind)
        and interaction.starts_at <= run_file.imported_at
    group by part.kind, interaction.interaction_key
),

-- Each side of the join is cut to these kinds before it: the planner knows no sizes within an import.
repeated_interaction as (
    select
        import_id,
        occurrence_no,
        kind
    from model.interaction
    where exclusion is null and kind in (select repeated_kind.kind from repeated_kind)
),

stated as (
    select
        import_id,
        occurrence_no,
        interaction_key
    from records.interaction
    where (import_id, part_no) in (
        select
            part.import_id,
            part.part_no
        from records.part
        where part.kind in (select repeated_kind.kind from repeated_kind)
    )
),

told as (
    select
        import_id,
        count(*) as interactions
    from model.interaction
    where exclusion is null and kind not in (select repeated_kind.kind from repeated_kind)
    group by import_id
    union all
    select
        first_told.import_id,
        count(*) as interactions
    from repeated_interaction
    inner join stated
        on repeated_interaction.import_id = stated.import_id
        and repeated_interaction.occurrence_no = stated.occurrence_no
    inner join first_told
        on repeated_interaction.kind = first_told.kind
        and stated.interaction_key = first_told.interaction_key
    group by first_told.import_id
),

new_interactions as (
    select
        run_file.run_id,
        sum(told.interactions)::bigint as interactions
    from told
    inner join model.run_file on told.import_id = run_file.import_id
    group by run_file.run_id
),

balance as (
    select
        run_file.run_id,
        sum(part.rows_read)::bigint as rows_read,
        sum(part.rows_refused)::bigint as rows_refused
    from records.part
    inner join model.run_file on part.import_id = run_file.import_id
    group by run_file.run_id
),

whole as (
    select
        run_id,
        any_value(imported_at) as imported_at,
        count(*) as files,
        arg_min(file_name, import_id) as first_file
    from model.run_file
    group by run_id
),

-- What files changed together is known as long as all of them are there.
effect as (
    select
        run_file.run_id,
        any_value(import_effect) as told
    from records.import_effect as import_effect
    inner join model.run_file on import_effect.import_id = run_file.import_id
    group by run_file.run_id
    having count(*) = any_value(import_effect.imports_together)
)

select
    whole.run_id,
    whole.imported_at,
    whole.files,
    whole.first_file,
    coalesce(balance.rows_read, 0) as rows_read,
    coalesce(balance.rows_refused, 0) as rows_refused,
    coalesce(import_people.new_people, 0) as new_people,
    coalesce(import_people.gone_people, 0) as gone_people,
    coalesce(new_interactions.interactions, 0) as new_interactions,
    effect.told.weighting_before,
    effect.told.weighting_after,
    effect.told.contacts_before,
    effect.told.contacts_after,
    effect.told.known_share_before,
    effect.told.known_share_after,
    effect.told.home_industry_before,
    effect.told.home_industry_after,
    effect.told.home_share_before,
    effect.told.home_share_after,
    effect.told.effective_before,
    effect.told.effective_after
from whole
left join balance on whole.run_id = balance.run_id
left join model.import_people on whole.run_id = import_people.run_id
left join new_interactions on whole.run_id = new_interactions.run_id
left join effect on whole.run_id = effect.run_id

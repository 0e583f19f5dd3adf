-- Table: the copies of each list of people in the order in which they were exported, and which ended which. LinkedIn writes
--   no date of export: the newest "Connected On" stands for it. Elsewhere the order of the imports holds; of copies that
--   were taken in together none ends another, unless their dates tell
-- Grain: one row per kind, series and import
-- Reads: model.run_file, records.part, records.person, records.acquaintance
with
listed as (
    select
        import_id,
        part_no,
        connected_on
    from records.person
    union all
    select
        import_id,
        part_no,
        connected_on
    from records.acquaintance
),

dated as (
    select
        part.kind,
        part.series,
        listed.import_id,
        listed.connected_on
    from listed
    inner join records.part
        on listed.import_id = part.import_id
        and listed.part_no = part.part_no
    inner join model.run_file on listed.import_id = run_file.import_id
    -- A day to come is a slip of the pen.
    where (part.kind = 'linkedin_connections' or ends_with(part.series, ':linkedin_connections'))
        and listed.connected_on <= run_file.imported_at::date
),

copy as (
    select
        part.kind,
        part.series,
        part.import_id,
        run_file.run_id,
        run_file.imported_at::date as imported_on,
        bool_or(part.is_snapshot) as is_snapshot,
        min(part.import_id) over (partition by part.kind, part.series, run_file.run_id) as came,
        any_value(newest.reaches_to) as reaches_to
    from records.part
    inner join model.run_file on part.import_id = run_file.import_id
    left join (
        select
            kind,
            series,
            import_id,
            max(connected_on) as reaches_to
        from dated
        group by kind, series, import_id
    ) as newest
        on part.kind = newest.kind
        and part.series = newest.series
        and part.import_id = newest.import_id
    where (part.import_id, part.part_no) in (
        select
            listed.import_id,
            listed.part_no
        from listed
    )
    group by part.kind, part.series, part.import_id, run_file.run_id, run_file.imported_at
),

-- How far the copies of earlier runs reach, and how many people the fullest of them has beyond this one.
before as (
    select
        kind,
        series,
        import_id,
        max(reached) as reached,
        max(people_beyond) as people_beyond
    from (
        select
            copy.kind,
            copy.series,
            copy.import_id,
            max(dated.connected_on) as reached,
            count(*) filter (dated.connected_on > copy.reaches_to) as people_beyond
        from copy
        inner join copy as earlier
            on copy.kind = earlier.kind
            and copy.series = earlier.series
            and copy.import_id > earlier.import_id
            and copy.run_id != earlier.run_id
        inner join dated
            on earlier.kind = dated.kind
            and earlier.series = dated.series
            and earlier.import_id = dated.import_id
        where earlier.reaches_to > copy.reaches_to or copy.reaches_to is null
        group by copy.kind, copy.series, copy.import_id, dated.import_id
    ) as compared
    group by kind, series, import_id
),

-- One or two newest connections may as well have been removed since: then the later import is the newer copy.
placed as (
    select
        copy.*,
        row_number() over (
            partition by copy.kind, copy.series
            order by
                case when before.people_beyond < 3 or copy.reaches_to is null then before.reached else copy.reaches_to end
                nulls first,
                copy.came,
                copy.reaches_to nulls first,
                copy.import_id
        ) as place
    from copy
    left join before
        on copy.kind = before.kind
        and copy.series = before.series
        and copy.import_id = before.import_id
),

-- The imports' numbers dealt out anew in this order: to be compared with those of other lists.
numbered as (
    select
        kind,
        series,
        list(import_id order by import_id) as import_ids
    from placed
    group by kind, series
),

newer as (
    select
        one.kind,
        one.series,
        one.import_id,
        arg_min(other.import_id, other.place) as next_import_id,
        arg_max(other.import_id, other.place) as newest_import_id,
        arg_max(other.came, other.place) as newest_came,
        arg_max(other.imported_on, other.place) as newest_imported_on,
        arg_max(other.reaches_to, other.place) as newest_reaches_to
    from placed as one
    inner join placed as other
        on one.kind = other.kind
        and one.series = other.series
        and one.place < other.place
        and (one.run_id != other.run_id or one.reaches_to < other.reaches_to)
    where other.is_snapshot
    group by one.kind, one.series, one.import_id
),

undecided as (
    select distinct
        one.kind,
        one.series,
        one.import_id
    from placed as one
    inner join placed as other
        on one.kind = other.kind
        and one.series = other.series
        and one.run_id = other.run_id
        and one.import_id != other.import_id
    where one.is_snapshot and coalesce(one.reaches_to = other.reaches_to, true)
)

select
    placed.kind,
    placed.series,
    placed.import_id,
    placed.run_id,
    placed.came, -- the runs of a list in their order: its first import in that run
    placed.is_snapshot,
    placed.reaches_to,
    numbered.import_ids[placed.place] as copy_no,
    newer.next_import_id,
    newer.newest_import_id,
    newer.newest_imported_on,
    newer.newest_reaches_to,
    -- Not the newest, although no later import brought a newer one.
    coalesce(newer.newest_came <= placed.came, false) as is_older,
    undecided.import_id is not null as is_undecided
from placed
inner join numbered
    on placed.kind = numbered.kind
    and placed.series = numbered.series
left join newer
    on placed.kind = newer.kind
    and placed.series = newer.series
    and placed.import_id = newer.import_id
left join undecided
    on placed.kind = undecided.kind
    and placed.series = undecided.series
    and placed.import_id = undecided.import_id

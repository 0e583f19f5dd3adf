-- Question: What did each import change: whom did it bring, who is gone, who changed jobs, and the headline?
-- Grain: one row per import, files taken in together as one, newest first
-- Params:
--   as_of        | DATE    | -       | last day that counts, for what is a gap now
--   window_days  | INTEGER | days    | length of the window that ends on as_of
--   weighting    | VARCHAR | -       | minutes, people or warm
-- Columns:
--   import_id        | INTEGER   | -          | the last file's import
--   imported_at      | TIMESTAMP | UTC        | when
--   files            | BIGINT    | -          | files taken in together that are still there
--   first_file       | VARCHAR   | -          | name of the first of them
--   rows_read        | BIGINT    | rows       | rows in them
--   rows_refused     | BIGINT    | rows       | rows not taken
--   new_people       | BIGINT    | people     | contacts that no earlier file named
--   gone_people      | BIGINT    | people     | contacts that the newer copy of a list no longer has
--   new_interactions | BIGINT    | -          | counted interactions that no earlier file could tell
--   job_changes      | BIGINT    | people     | contacts whose employer is another than in the copy before
--   into_gap         | BIGINT    | people     | of these, those who changed into an industry that is a gap now
--   weighting_before | VARCHAR   | -          | what the headline counted before: minutes or people
--   weighting_after  | VARCHAR   | -          | what it counted afterwards: where it differs, shares do not compare
--   contacts_before  | BIGINT    | people     | contacts before the import
--   contacts_after   | BIGINT    | people     | contacts after it
--   known_share_before | DOUBLE  | 0..1       | part of the weight whose industry was known before
--   known_share_after  | DOUBLE  | 0..1       | the same afterwards
--   home_label_before  | VARCHAR | -          | home industry in words before; NULL: not known then
--   home_label_after   | VARCHAR | -          | the same afterwards
--   home_share_before  | DOUBLE  | 0..1       | home share before, at the defaults; NULL: not known, or a file of it undone
--   home_share_after   | DOUBLE  | 0..1       | home share right after the import
--   effective_before | DOUBLE    | industries | effective industries before; NULL: too few employers
--   effective_after  | DOUBLE    | industries | effective industries right after the import
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting
),

gap as (
    select gap_industry.industry
    from params
    cross join model.gap_industry(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as gap_industry
),

moved as (
    select
        run_id,
        count(*) as people,
        count(*) filter (
            to_industry is distinct from from_industry and to_industry in (select gap.industry from gap)
        ) as into_gap
    from model.job_change
    group by run_id
)

select
    import_run.run_id as import_id,
    import_run.imported_at,
    import_run.files,
    import_run.first_file,
    import_run.rows_read,
    import_run.rows_refused,
    import_run.new_people,
    import_run.gone_people,
    import_run.new_interactions,
    coalesce(moved.people, 0) as job_changes,
    coalesce(moved.into_gap, 0) as into_gap,
    import_run.weighting_before,
    import_run.weighting_after,
    import_run.contacts_before,
    import_run.contacts_after,
    import_run.known_share_before,
    import_run.known_share_after,
    home_before.short_label as home_label_before,
    home_after.short_label as home_label_after,
    import_run.home_share_before,
    import_run.home_share_after,
    import_run.effective_before,
    import_run.effective_after
from model.import_run
left join moved on import_run.run_id = moved.run_id
left join model.industry as home_before on import_run.home_industry_before = home_before.industry
left join model.industry as home_after on import_run.home_industry_after = home_after.industry
order by import_run.run_id desc

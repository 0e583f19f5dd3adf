-- Table: files that could not be read when others were taken in, with why and what to do
-- Grain: one row per run of an import and refused file
-- Reads: records.import, records.refused_file
with
-- Files taken in together are one run, named after the last of them.
run as (
    select
        import_id,
        max(import_id) over (partition by imported_at) as run_id
    from records.import
)

select distinct
    run.run_id,
    refused_file.file_no,
    refused_file.file_name,
    refused_file.reason,
    refused_file.hint
from records.refused_file
inner join run on refused_file.import_id = run.import_id

-- Table: the files that were imported, each with its run: files taken in together are one run, named after the last of them
-- Grain: one row per import
-- Reads: records.import
select
    import_id,
    max(import_id) over (partition by imported_at) as run_id,
    imported_at,
    file_name
from records.import

-- Table: files that could not be read when others were taken in, with why and what to do
-- Grain: one row per run of an import and refused file
-- Reads: model.run_file, records.refused_file
select distinct
    run_file.run_id,
    refused_file.file_no,
    refused_file.file_name,
    refused_file.reason,
    refused_file.hint
from records.refused_file
inner join model.run_file on refused_file.import_id = run_file.import_id

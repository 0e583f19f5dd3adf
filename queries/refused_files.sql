-- Question: Which files could not be read when others were imported, why, and what helps?
-- Grain: one row per import (files taken in together as one) and file that was left out, newest import first
-- Columns:
--   import_id   | INTEGER   | -   | the import it was to be part of, as in import_effect
--   imported_at | TIMESTAMP | UTC | when that was
--   file_no     | INTEGER   | -   | place among the files left out
--   file        | VARCHAR   | -   | its name
--   reason      | VARCHAR   | -   | why it could not be read
--   hint        | VARCHAR   | -   | what to do
select
    refused_file.run_id as import_id,
    import_run.imported_at,
    refused_file.file_no,
    refused_file.file_name as file,
    refused_file.reason,
    refused_file.hint
from model.refused_file
inner join model.import_run on refused_file.run_id = import_run.run_id
order by refused_file.run_id desc, refused_file.file_no

-- Table: rows and cells that were not taken, with where and why
-- Grain: one row per refused row or cell
-- Reads: records.refusal, records.part
select
    refusal.import_id,
    part.file_name as file,
    refusal.line,
    refusal.is_row,
    refusal.reason,
    refusal.column_name,
    refusal.cell_value
from records.refusal
inner join records.part
    on refusal.import_id = part.import_id
    and refusal.part_no = part.part_no

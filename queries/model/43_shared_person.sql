-- Table: the rows that hold of the lists contacts shared: those of the newest copy of each list
-- Grain: one row per row of a list
-- Reads: records.acquaintance, records.part, records.import, model.list_copy, model.shared_list
with
newest as (
    select
        series,
        arg_max(import_id, copy_no) as import_id
    from model.list_copy
    where kind = 'shared_list'
    group by series
)

select
    acquaintance.*,
    shared_list.contact_id as introducer_id,
    part.series,
    part.file_name,
    import.imported_at::date as stated_on
from records.acquaintance
inner join records.part
    on acquaintance.import_id = part.import_id
    and acquaintance.part_no = part.part_no
inner join newest
    on part.series = newest.series
    and part.import_id = newest.import_id
inner join records.import on acquaintance.import_id = import.import_id
inner join model.shared_list on part.series = shared_list.series
where shared_list.contact_id is not null and acquaintance.name_key is not null

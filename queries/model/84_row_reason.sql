-- Table: how many rows of a file were refused, and how many count nothing, by reason
-- Grain: one row per import, file, reason
-- Reads: model.refusal, model.interaction, records.part, records.person, records.acquaintance
select
    import_id,
    file,
    true as is_refused,
    reason,
    count(*) as occurrences
from model.refusal
where is_row
group by import_id, file, reason
union all
select
    interaction.import_id,
    part.file_name as file,
    false as is_refused,
    interaction.exclusion as reason,
    count(*) as occurrences
from model.interaction
inner join records.part
    on interaction.import_id = part.import_id
    and interaction.part_no = part.part_no
where interaction.exclusion is not null
group by interaction.import_id, part.file_name, interaction.exclusion
union all
select
    person.import_id,
    part.file_name as file,
    false as is_refused,
    'no name' as reason,
    count(*) as occurrences
from records.person
inner join records.part
    on person.import_id = part.import_id
    and person.part_no = part.part_no
where person.full_name is null and person.email is null and not person.is_self
group by person.import_id, part.file_name
union all
select
    acquaintance.import_id,
    part.file_name as file,
    false as is_refused,
    'no name' as reason,
    count(*) as occurrences
from records.acquaintance
inner join records.part
    on acquaintance.import_id = part.import_id
    and acquaintance.part_no = part.part_no
where acquaintance.name_key is null
group by acquaintance.import_id, part.file_name

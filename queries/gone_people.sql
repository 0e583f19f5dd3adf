-- Question: Whom does the newer copy of a list no longer have, and who is on no list of mine any more?
-- Grain: one row per import (files taken in together as one) and contact, newest import first, then by name
-- Columns:
--   import_id       | INTEGER   | -   | the import that showed it, as in import_effect
--   shown_by        | INTEGER   | -   | the file of it that showed it, as in import_history
--   imported_at     | TIMESTAMP | UTC | when that was
--   contact_id      | VARCHAR   | -   | the contact
--   full_name       | VARCHAR   | -   | the name
--   company         | VARCHAR   | -   | employer, as known now
--   position        | VARCHAR   | -   | job title there
--   industry_label  | VARCHAR   | -   | industry in words; NULL: not known
--   last_file       | VARCHAR   | -   | the file, or member of an export zip, that named them last
--   last_line       | INTEGER   | -   | row in it, as a spreadsheet program numbers it
--   is_still_listed | BOOLEAN   | -   | another list of yours, or a newer copy of this one, has them
select
    gone_person.run_id as import_id,
    gone_person.import_id as shown_by,
    import_run.imported_at,
    gone_person.contact_id,
    contact.full_name,
    contact.company,
    contact.position,
    industry.short_label as industry_label,
    import_part.file as last_file,
    gone_person.last_row.line as last_line,
    not contact.is_vanished as is_still_listed
from model.gone_person
inner join model.import_run on gone_person.run_id = import_run.run_id
inner join model.contact on gone_person.contact_id = contact.contact_id
inner join model.import_part
    on gone_person.last_row.import_id = import_part.import_id
    and gone_person.last_row.part_no = import_part.part_no
left join model.industry on contact.industry = industry.industry
order by gone_person.run_id desc, contact.full_name, gone_person.contact_id

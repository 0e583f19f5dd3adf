-- Table: what an address book says beyond a person's first address: further addresses, and who introduced them
-- Grain: one row per person row, fact and value
-- Reads: model.person_row, records.other_address, records.referral
select distinct
    person_row.who,
    person_row.import_id,
    person_row.part_no,
    person_row.line,
    person_row.imported_at::date as stated_on,
    'e-mail' as fact,
    other_address.email as fact_value
from model.person_row
inner join records.other_address
    on person_row.import_id = other_address.import_id
    and person_row.part_no = other_address.part_no
    and person_row.line = other_address.line
union all
select distinct
    person_row.who,
    person_row.import_id,
    person_row.part_no,
    person_row.line,
    person_row.imported_at::date as stated_on,
    'introduced by' as fact,
    referral.referred_by as fact_value
from model.person_row
inner join records.referral
    on person_row.import_id = referral.import_id
    and person_row.part_no = referral.part_no
    and person_row.line = referral.line

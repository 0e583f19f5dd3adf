-- How many people of a staged list are in the newest copy of the list that it would replace.
with
older as (
    select
        person.profile_url,
        person.email,
        person.name_key
    from records.person
    inner join latest_part
        on person.import_id = latest_part.import_id
        and person.part_no = latest_part.part_no
)

select
    (select count(*) from staged_person) as rows_here,
    (select count(*) from older) as rows_before,
    count(*) as rows_common
from staged_person
where staged_person.profile_url in (select older.profile_url from older)
    or staged_person.email in (select older.email from older)
    or staged_person.name_key in (select older.name_key from older)

-- The rows of a staged file with their key and what became of them against the live rows of the same kind and series.
with
keyed as (
    select
        line,
        row_key,
        content_hash
    from staged_row
    where refusal is null
),

known as (
    select distinct
        entry.row_key,
        entry.content_hash
    from records.entry
    inner join latest_part
        on entry.import_id = latest_part.import_id
        and entry.part_no = latest_part.part_no
)

select
    keyed.line,
    keyed.row_key,
    keyed.content_hash,
    case
        when same.row_key is not null then 'unchanged'
        when older.row_key is not null then 'updated'
        else 'new'
    end as outcome
from keyed
left join known as same
    on keyed.row_key = same.row_key
    and keyed.content_hash = same.content_hash
left join (select distinct row_key from known) as older
    on keyed.row_key = older.row_key

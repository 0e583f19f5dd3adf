-- Who is new gets the next numbers.
-- Grain: one row per record
insert into cache.duplicate_record
select
    $compared + row_number() over (order by duplicate_now.identity_key) as record_no,
    duplicate_now.identity_key,
    duplicate_now.content
from duplicate_now
anti join cache.duplicate_record
    on duplicate_now.identity_key = duplicate_record.identity_key
    and duplicate_now.content = duplicate_record.content

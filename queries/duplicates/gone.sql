-- Who was compared but is gone or changed since.
-- Grain: one row per record
create or replace temp table duplicate_gone as
select
    duplicate_record.record_no,
    duplicate_record.identity_key
from cache.duplicate_record
anti join duplicate_now
    on duplicate_record.identity_key = duplicate_now.identity_key
    and duplicate_record.content = duplicate_now.content

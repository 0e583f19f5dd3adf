-- How many people are new, changed or gone since they were last compared.
-- Grain: one row
select count(*) as changes
from duplicate_now
full outer join cache.duplicate_record as compared
    on duplicate_now.identity_key = compared.identity_key
    and duplicate_now.content = compared.content
where compared.record_no is null or duplicate_now.identity_key is null

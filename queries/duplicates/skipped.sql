-- What was not looked at, with what tells keys of the same people apart from others.
-- Grain: one row per key
insert into cache.duplicate_skipped
select
    duplicate_shared.block,
    any_value(duplicate_block.kind) as kind,
    any_value(duplicate_shared.people) as people,
    any_value(duplicate_shared.pairs) as pairs,
    any_value(duplicate_shared.is_too_many) as is_too_many,
    bit_xor(hash(duplicate_block.record_no)) as members,
    min(duplicate_record.identity_key) as identity_key
from duplicate_shared
inner join cache.duplicate_block on duplicate_shared.block = duplicate_block.block
inner join cache.duplicate_record on duplicate_block.record_no = duplicate_record.record_no
where not duplicate_shared.is_taken
group by duplicate_shared.block

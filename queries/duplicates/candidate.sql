-- Who is compared with whom: they share a key that is looked at, one of the two asks, and one of the two is new.
-- Grain: one row per pair of records
with asking as (
    select
        duplicate_block.record_no,
        duplicate_block.block,
        duplicate_shared.was_skipped
    from cache.duplicate_block
    inner join duplicate_shared on duplicate_block.block = duplicate_shared.block
    where duplicate_block.is_asking and duplicate_shared.is_taken
)

select distinct
    least(asking.record_no, answering.record_no) as one_no,
    greatest(asking.record_no, answering.record_no) as other_no
from asking
inner join cache.duplicate_block as answering on asking.block = answering.block
where asking.record_no != answering.record_no
    and (asking.was_skipped or greatest(asking.record_no, answering.record_no) > $compared)
order by one_no, other_no

-- Who is compared with whom: they share a key that is not everybody's, one of the two asks, and one of the two is new.
-- Grain: one row per pair of records
with
shared as (
    select block
    from cache.duplicate_block
    group by block
    having count(*) > 1 and count(*) filter (is_asking) * count(*) between 1 and $most
),

asking as (
    select
        duplicate_block.record_no,
        duplicate_block.block
    from cache.duplicate_block
    inner join shared on duplicate_block.block = shared.block
    where duplicate_block.is_asking
)

select distinct
    least(asking.record_no, answering.record_no) as one_no,
    greatest(asking.record_no, answering.record_no) as other_no
from asking
inner join cache.duplicate_block as answering on asking.block = answering.block
where asking.record_no != answering.record_no and greatest(asking.record_no, answering.record_no) > $compared
order by one_no, other_no

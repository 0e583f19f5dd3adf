-- The keys that people share, and which of them are looked at now: the rarest first, as far as the number of pairs goes.
-- Of a key that was looked at before only the pairs with somebody new count; of one that was skipped, all.
-- Grain: one row per key
create or replace temp table duplicate_shared as
with
sized as (
    select
        block,
        count(*) as people,
        count(*) filter (is_asking) as asking,
        count(*) filter (record_no <= $compared) as old_people,
        count(*) filter (is_asking and record_no <= $compared) as old_asking
    from cache.duplicate_block
    group by block
    having count(*) > 1 and count(*) filter (is_asking) > 0
),

counted as (
    select
        sized.block,
        sized.people,
        sized.asking * sized.people - sized.asking * (sized.asking + 1) // 2 as pairs,
        skipped.block is not null as was_skipped,
        case
            when skipped.block is not null then 0
            else sized.old_asking * sized.old_people - sized.old_asking * (sized.old_asking + 1) // 2
        end as old_pairs
    from sized
    left join cache.duplicate_skipped as skipped on sized.block = skipped.block
)

select
    block,
    people,
    pairs,
    was_skipped,
    pairs > $most_of_a_key as is_too_many,
    pairs <= $most_of_a_key and sum(case when pairs <= $most_of_a_key then pairs - old_pairs else 0 end) over (
        order by pairs, block rows unbounded preceding
    ) <= $most as is_taken
from counted
where pairs > old_pairs or was_skipped

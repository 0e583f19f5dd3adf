-- Table: people who may be one, as they were last compared (dashboard/warehouse/duplicates.py)
-- Grain: one row per pair of people
-- Reads: cache.duplicate_pair, model.identity
with
key_owner as materialized (
    select
        identity_key,
        any_value(contact_id) as contact_id
    from model.identity
    group by identity_key
),

-- Step by step: joined in one go, everybody met everybody before the few pairs were looked at.
one_known as materialized (
    select
        key_owner.contact_id as first_id,
        duplicate_pair.other_key,
        duplicate_pair.score,
        duplicate_pair.reasons
    from cache.duplicate_pair
    inner join key_owner on duplicate_pair.one_key = key_owner.identity_key
),

both_known as materialized (
    select
        one_known.first_id,
        key_owner.contact_id as second_id,
        one_known.score,
        one_known.reasons
    from one_known
    inner join key_owner on one_known.other_key = key_owner.identity_key
)

select
    least(first_id, second_id) as one_id,
    greatest(first_id, second_id) as other_id,
    max(score) as score,
    arg_max(reasons, (score, reasons)) as reasons
from both_known
where first_id != second_id
group by least(first_id, second_id), greatest(first_id, second_id)

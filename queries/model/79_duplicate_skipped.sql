-- Table: groups of people who share something but were not compared for it (dashboard/warehouse/duplicates.py)
-- Grain: one row per group of people
-- Reads: cache.duplicate_skipped, model.identity
with
-- Whoever shares the whole name shares its parts, its sound and more: one group, told by the key that says most.
grouped as (
    select
        members,
        people,
        is_too_many,
        max(pairs) as pairs,
        arg_min(kind, position(kind in 'pnahlkcie')) as kind,
        min(identity_key) as identity_key
    from cache.duplicate_skipped
    group by members, people, is_too_many
),

key_owner as (
    select
        identity_key,
        any_value(contact_id) as contact_id
    from model.identity
    group by identity_key
)

select
    grouped.members as group_no,
    grouped.people,
    grouped.pairs,
    grouped.is_too_many,
    grouped.kind,
    key_owner.contact_id
from grouped
left join key_owner on grouped.identity_key = key_owner.identity_key

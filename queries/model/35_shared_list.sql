-- Table: whose the lists are that contacts shared
-- Grain: one row per list, by its series
-- Reads: decisions.shared_list, model.identity
with
held as (
    select
        series,
        arg_max_null(identity_key, decision_no) as identity_key
    from decisions.shared_list
    group by series
),

key_owner as (
    select distinct
        identity_key,
        contact_id
    from model.identity
    where identity_key in (select held.identity_key from held)
)

select
    held.series,
    held.identity_key,
    key_owner.contact_id                    -- NULL: the import that named them was undone
from held
left join key_owner on held.identity_key = key_owner.identity_key
where held.identity_key is not null

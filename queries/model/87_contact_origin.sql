-- Table: how the user came to know somebody, as far as the user said
-- Grain: one row per contact
-- Reads: decisions.contact_origin, model.identity
with
held as (
    select
        identity_key,
        arg_max_null(origin, decision_no) as origin,
        max(decision_no) as decision_no
    from decisions.contact_origin
    group by identity_key
),

key_owner as (
    select distinct
        identity_key,
        contact_id
    from model.identity
    where identity_key in (select held.identity_key from held) or identity_key in (select held.origin from held)
),

-- Of several keys of one person the newest word holds.
placed as (
    select
        key_owner.contact_id,
        arg_max(held.origin, held.decision_no) as origin
    from held
    inner join key_owner on held.identity_key = key_owner.identity_key
    where held.origin is not null
    group by key_owner.contact_id
)

select
    placed.contact_id,
    case when placed.origin in ('myself', 'unknown') then placed.origin else 'introduced' end as origin,
    case when placed.origin not in ('myself', 'unknown') then placed.origin end as introducer_key,
    introducer.contact_id as introducer_id
from placed
left join key_owner as introducer on placed.origin = introducer.identity_key
where placed.contact_id is distinct from introducer.contact_id

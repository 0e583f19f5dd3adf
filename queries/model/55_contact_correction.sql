-- Table: the names and positions the user corrected
-- Grain: one row per contact with a correction
-- Reads: decisions.contact_correction, model.identity
with
held as (
    select
        identity_key,
        field,
        arg_max_null(correction, decision_no) as correction,
        max(decision_no) as decision_no,
        max(decided_at) as decided_at
    from decisions.contact_correction
    group by identity_key, field
),

key_owner as (
    select distinct
        identity_key,
        contact_id
    from model.identity
)

select
    key_owner.contact_id,
    -- Of several keys of one person the newest word holds. An empty position: none; a name is never empty.
    arg_max(trim(held.correction), held.decision_no) filter (held.field = 'full_name' and trim(held.correction) != '')
        as full_name,
    max(held.decided_at) filter (held.field = 'full_name') as full_name_at,
    arg_max(trim(held.correction), held.decision_no) filter (held.field = 'position') as position,
    max(held.decided_at) filter (held.field = 'position') as position_at
from held
inner join key_owner on held.identity_key = key_owner.identity_key
where held.correction is not null
group by key_owner.contact_id

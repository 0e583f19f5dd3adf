-- Table: what the user switched on for single people
-- Grain: one row per contact with a setting
-- Reads: decisions.contact_setting, model.identity
with
held as (
    select
        identity_key,
        setting,
        arg_max_null(is_on, decision_no) as is_on,
        max(decision_no) as decision_no
    from decisions.contact_setting
    group by identity_key, setting
),

key_owner as (
    select distinct
        identity_key,
        contact_id
    from model.identity
)

select
    key_owner.contact_id,
    -- Of several keys of one person the newest word holds.
    coalesce(arg_max(held.is_on, held.decision_no) filter (held.setting = 'private'), false) as is_private,
    coalesce(arg_max(held.is_on, held.decision_no) filter (held.setting = 'never_suggest'), false)
        as is_never_suggested,
    coalesce(arg_max(held.is_on, held.decision_no) filter (held.setting = 'archived'), false) as is_archived
from held
inner join key_owner on held.identity_key = key_owner.identity_key
group by key_owner.contact_id

-- Table: the notes that hold
-- Grain: one row per contact with a note
-- Reads: decisions.contact_note, model.identity
with
held as (
    select
        identity_key,
        arg_max_null(note, decision_no) as note,
        max(decision_no) as decision_no,
        max(decided_at) as decided_at
    from decisions.contact_note
    group by identity_key
),

key_owner as (
    select distinct
        identity_key,
        contact_id
    from model.identity
)

select
    key_owner.contact_id,
    -- After a merge both notes are the one person's.
    string_agg(held.note, chr(10) || chr(10) order by held.decision_no) as note,
    max(held.decided_at)::date as noted_on
from held
inner join key_owner on held.identity_key = key_owner.identity_key
where trim(held.note) != ''
group by key_owner.contact_id

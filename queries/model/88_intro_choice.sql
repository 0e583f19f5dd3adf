-- Table: what was pinned to the asks of a week, or swapped for another
-- Grain: one row per contact, industry and week
-- Reads: decisions.intro_choice, model.identity
with
held as (
    select
        identity_key,
        target_industry,
        week_on,
        arg_max_null(choice, decision_no) as choice,
        max(decision_no) as decision_no
    from decisions.intro_choice
    group by identity_key, target_industry, week_on
),

key_owner as (
    select distinct
        identity_key,
        contact_id
    from model.identity
    where identity_key in (select held.identity_key from held)
)

select
    key_owner.contact_id,
    held.target_industry,
    held.week_on,
    arg_max(held.choice, held.decision_no) as choice
from held
inner join key_owner on held.identity_key = key_owner.identity_key
where held.choice is not null
group by key_owner.contact_id, held.target_industry, held.week_on

-- Table: suggestions that were put off, and until when
-- Grain: one row per contact and industry
-- Reads: decisions.intro_snooze, model.identity
with
held as (
    select
        identity_key,
        target_industry,
        arg_max_null(until_on, decision_no) as until_on
    from decisions.intro_snooze
    group by identity_key, target_industry
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
    max(held.until_on) as until_on
from held
inner join key_owner on held.identity_key = key_owner.identity_key
where held.until_on is not null
group by key_owner.contact_id, held.target_industry

-- Table: favours given and received: what the user wrote down, and each introduction somebody made
-- Grain: one row per favour
-- Reads: decisions.favour, model.introduction, model.identity
with
held as (
    select
        identity_key,
        direction,
        happened_on,
        note,
        max(decision_no) as decision_no
    from decisions.favour
    group by identity_key, direction, happened_on, note
    having arg_max_null(is_held, decision_no)
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
    held.identity_key,
    held.direction,
    false as is_introduction,
    held.happened_on,
    held.note,
    null as person_id,
    null as target_industry,
    'said ' || held.decision_no as favour_key
from held
inner join key_owner on held.identity_key = key_owner.identity_key
union all
select
    introducer_id as contact_id,
    introducer_key as identity_key,
    'received' as direction,
    true as is_introduction,
    introduced_on as happened_on,
    target_name as note,
    person_id,
    target_industry,
    coalesce(person_id, request_key) as favour_key
from model.introduction
where introducer_id is not null

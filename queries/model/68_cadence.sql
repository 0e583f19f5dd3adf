-- Table: what the user said of how often: by person, by industry, by how warm the tie is; and until when not at all
-- Grain: one row per scope and subject: a contact id, a code, warm or cool
-- Reads: decisions.cadence, decisions.touch_snooze, model.identity
with
named as (
    select distinct
        identity_key,
        contact_id
    from model.identity
),

said as (
    select
        cadence.scope,
        coalesce(named.contact_id, cadence.scope_key) as subject,
        try_cast(arg_max_null(cadence.days, cadence.decision_no) as integer) as days
    from decisions.cadence
    left join named
        on cadence.scope = 'contact'
        and cadence.scope_key = named.identity_key
    where cadence.scope != 'contact' or named.contact_id is not null
    group by cadence.scope, coalesce(named.contact_id, cadence.scope_key)
),

snoozed as (
    select
        named.contact_id,
        arg_max_null(touch_snooze.until_on, touch_snooze.decision_no) as until_on
    from decisions.touch_snooze
    inner join named on touch_snooze.identity_key = named.identity_key
    group by named.contact_id
)

select
    scope,
    subject,
    days,
    null::date as until_on
from said
where days is not null
union all
select
    'snooze' as scope,
    contact_id as subject,
    null::integer as days,
    until_on
from snoozed
where until_on is not null

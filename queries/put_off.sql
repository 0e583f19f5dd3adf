-- Question: Which suggestions did I put off or leave out, and how long?
-- Grain: one row per decision that holds, newest first
-- Params:
--   today | DATE | - | the day it is: what has come back by then is left out
-- Columns:
--   kind            | VARCHAR   | -   | until, pair, person or swapped
--   full_name       | VARCHAR   | -   | who is not suggested
--   contact_id      | VARCHAR   | -   | their contact id
--   identity_key    | VARCHAR   | -   | the key it is kept under
--   target_industry | VARCHAR   | -   | code of the industry they are not asked about; NULL: any
--   target_label    | VARCHAR   | -   | the same in words
--   until_on        | DATE      | -   | the day they come back; NULL: for good, or with the next week
--   week_on         | DATE      | -   | the Monday of the week it is about, for swapped
--   decided_at      | TIMESTAMP | UTC | when
with
params as (
    select $today::date as today
),

snooze as (
    select
        identity_key,
        target_industry,
        arg_max_null(until_on, decision_no) as until_on,
        max(decided_at) as decided_at
    from decisions.intro_snooze
    group by identity_key, target_industry
),

choice as (
    select
        identity_key,
        target_industry,
        week_on,
        arg_max_null(choice, decision_no) as choice,
        max(decided_at) as decided_at
    from decisions.intro_choice
    group by identity_key, target_industry, week_on
),

never as (
    select
        identity.contact_id,
        max(contact_setting.decided_at) as decided_at
    from decisions.contact_setting
    inner join model.identity on contact_setting.identity_key = identity.identity_key
    where contact_setting.setting = 'never_suggest'
    group by identity.contact_id
),

held as (
    select
        case when snooze.until_on = date '9999-12-31' then 'pair' else 'until' end as kind,
        identity.contact_id,
        snooze.identity_key,
        snooze.target_industry,
        case when snooze.until_on < date '9999-12-31' then snooze.until_on end as until_on,
        null::date as week_on,
        snooze.decided_at
    from snooze
    cross join params
    inner join model.identity on snooze.identity_key = identity.identity_key
    where snooze.until_on > params.today
    union all
    select
        'swapped' as kind,
        identity.contact_id,
        choice.identity_key,
        choice.target_industry,
        null::date as until_on,
        choice.week_on,
        choice.decided_at
    from choice
    cross join params
    inner join model.identity on choice.identity_key = identity.identity_key
    where choice.choice = 'swapped' and choice.week_on = date_trunc('week', params.today)
    union all
    select
        'person' as kind,
        contact.contact_id,
        contact.identity_key,
        null as target_industry,
        null::date as until_on,
        null::date as week_on,
        never.decided_at
    from model.contact
    inner join never on contact.contact_id = never.contact_id
    where contact.is_never_suggested
)

select distinct
    held.kind,
    contact.full_name,
    held.contact_id,
    held.identity_key,
    held.target_industry,
    industry.short_label as target_label,
    held.until_on,
    held.week_on,
    held.decided_at
from held
inner join model.contact on held.contact_id = contact.contact_id
left join model.industry on held.target_industry = industry.industry
where contact.full_name is not null
order by held.decided_at desc, held.kind, held.identity_key, held.target_industry

-- Table: the people of an ask: whom the user confirmed to have met by it, and the named target, if one contact alone has
--   that name
-- Grain: one row per request and person; contact_id is NULL where no file names the person any more
-- Reads: decisions.introduction, decisions.intro_request, model.identity, model.mention
with
held as (
    select
        request_key,
        identity_key,
        first_on,
        arg_max_null(verdict, decision_no) as verdict,
        max(decision_no) as decision_no
    from decisions.introduction
    group by request_key, identity_key, first_on
),

key_owner as (
    select distinct
        identity_key,
        contact_id
    from model.identity
    where identity_key in (select held.identity_key from held)
),

wanted as (
    select
        request_key,
        keys.name(any_value(target_name)) as name_key
    from decisions.intro_request
    where target_name is not null
    group by request_key
),

named as (
    select
        wanted.request_key,
        any_value(identity.contact_id) as contact_id
    from wanted
    inner join model.mention on wanted.name_key = mention.name_key
    inner join model.identity on mention.who = identity.who
    group by wanted.request_key
    having count(distinct identity.contact_id) = 1
),

stated as (
    select
        held.request_key,
        key_owner.contact_id,
        held.identity_key,
        false as is_named,
        held.first_on,
        held.verdict,
        held.decision_no
    from held
    left join key_owner on held.identity_key = key_owner.identity_key
    where held.verdict is not null
    union all
    select
        named.request_key,
        named.contact_id,
        null as identity_key,
        true as is_named,
        null as first_on,
        null as verdict,
        null as decision_no
    from named
)

select
    request_key,
    any_value(contact_id) as contact_id,
    bool_or(is_named) as is_named,
    coalesce(bool_or(verdict = 'no'), false) as is_declined,
    min(first_on) filter (verdict = 'introduced') as introduced_on,
    min(first_on) filter (verdict = 'met') as met_on,
    max(decision_no) as decision_no
from stated
group by request_key, coalesce(contact_id, identity_key)

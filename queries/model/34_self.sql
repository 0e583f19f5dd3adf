-- Table: the user's own identities
-- Grain: one row per contact_id that is the user
-- Reads: model.identity, model.mention, decisions.own_identity
with
decided as (
    select
        identity_key,
        arg_max_null(is_own, decision_no) as is_own
    from decisions.own_identity
    group by identity_key
),

-- An own address is own whatever name stands beside it.
own_address as (
    select 'mail:' || email as identity_key
    from model.mention
    where is_self and email is not null
    union
    select identity_key
    from decided
    where is_own
),

own_mention as (
    select who
    from model.mention
    where is_self
    union
    select mention.who
    from model.mention
    inner join own_address on mention.identity_key = own_address.identity_key
    union
    select mention.who
    from model.mention
    inner join own_address on 'mail:' || mention.email = own_address.identity_key
),

refused_mention as (
    select mention.who
    from model.mention
    inner join decided on mention.identity_key = decided.identity_key
    where not decided.is_own
)

select distinct identity.contact_id
from model.identity
inner join own_mention on identity.who = own_mention.who
where identity.who not in (select refused_mention.who from refused_mention)

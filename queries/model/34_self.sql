-- Table: the user's own identities
-- Grain: one row per contact_id that is the user
-- Reads: model.identity, model.mention, decisions.own_identity
with
decided as (
    select
        identity_key,
        is_own
    from decisions.own_identity
    qualify row_number() over (partition by identity_key order by decision_no desc) = 1
),

own_mention as (
    select who
    from model.mention
    where is_self
    union
    select mention.who
    from model.mention
    inner join decided
        on (mention.identity_key = decided.identity_key or 'mail:' || mention.email = decided.identity_key)
    where decided.is_own
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

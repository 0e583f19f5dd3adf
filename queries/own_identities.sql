-- Question: Which addresses, profiles and names are mine?
-- Grain: one row per identity
-- Columns:
--   identity_key | VARCHAR | - | what a decision is kept under
--   said         | VARCHAR | - | the address, the profile or the name
--   source       | VARCHAR | - | where that is known from, in words
--   is_found     | BOOLEAN | - | false: no file names it yet
with
decided as (
    select
        identity_key,
        arg_max_null(is_own, decision_no) as is_own
    from decisions.own_identity
    group by identity_key
),

found as (
    select distinct identity.identity_key
    from model.identity
    inner join model.self on identity.contact_id = self.contact_id
),

listed as (
    select identity_key
    from found
    union
    select identity_key
    from decided
    where is_own
)

select
    listed.identity_key,
    keys.said(listed.identity_key) as said,
    case when decided.is_own then 'you said so' else 'your files' end as source,
    found.identity_key is not null as is_found
from listed
left join decided on listed.identity_key = decided.identity_key
left join found on listed.identity_key = found.identity_key
order by listed.identity_key

-- Table: the employers the user corrected
-- Grain: one row per contact with a corrected employer
-- Reads: decisions.employer_correction, model.identity
with
held as (
    select
        identity_key,
        arg_max_null(company, decision_no) as company,
        max(decision_no) as decision_no,
        max(decided_at) as decided_at
    from decisions.employer_correction
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
    -- Of several keys of one person the newest word holds. An empty word: no employer.
    arg_max(nullif(trim(held.company), ''), held.decision_no) as company,
    keys.company(arg_max(nullif(trim(held.company), ''), held.decision_no)) as company_key,
    arg_max(held.decided_at, held.decision_no) as decided_at
from held
inner join key_owner on held.identity_key = key_owner.identity_key
where held.company is not null
group by key_owner.contact_id

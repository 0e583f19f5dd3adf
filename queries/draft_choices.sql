-- Question: In which language, for which purpose and how long was my last draft?
-- Grain: one row
-- Columns:
--   language | VARCHAR | - | en, de (Sie) or de-du (du); en by default
--   purpose  | VARCHAR | - | curiosity, career, advice or hiring; curiosity by default
--   length   | VARCHAR | - | normal or short; normal by default
with
held as (
    select
        name,
        arg_max_null(setting, decision_no) as setting
    from decisions.draft_choice
    group by name
)

select
    coalesce(max(setting) filter (name = 'language'), 'en') as language,
    coalesce(max(setting) filter (name = 'purpose'), 'curiosity') as purpose,
    coalesce(max(setting) filter (name = 'length'), 'normal') as length
from held

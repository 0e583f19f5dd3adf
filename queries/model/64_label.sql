-- Table: the labels the user gave that hold
-- Grain: one row per scope and key
-- Reads: decisions.industry_label
select
    scope,
    scope_key,
    industry,
    decision_no
from decisions.industry_label
qualify row_number() over (partition by scope, scope_key order by decision_no desc) = 1

-- Table: the labels the user gave that hold
-- Grain: one row per scope and key
-- Reads: decisions.industry_label
select
    scope,
    scope_key,
    arg_max_null(industry, decision_no) as industry,
    max(decision_no) as decision_no
from decisions.industry_label
group by scope, scope_key

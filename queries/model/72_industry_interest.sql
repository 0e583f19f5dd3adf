-- Table: how much each industry matters to the user: 0 not at all, 1 as any, 2 twice
-- Grain: one row per industry
-- Reads: model.industry, decisions.industry_interest
with
held as (
    select
        industry,
        arg_max_null(interest, decision_no) as interest
    from decisions.industry_interest
    group by industry
)

select
    industry.industry,
    -- The NULL first: greatest() leaves it out.
    least(2, greatest(0, coalesce(try_cast(held.interest as integer), 1))) as interest
from model.industry
left join held on industry.industry = held.industry

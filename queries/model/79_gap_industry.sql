-- Macro: gap_industry(as_of, window_days, weighting)
-- Table: the industries below their target, home and what does not matter to the user left out; empty where no industry is known
-- Grain: one row per industry below its target
-- Reads: model.contact_weight, model.target_mix, model.home
with
weighed as (
    select
        industry,
        sum(weight) as weight
    from model.contact_weight(as_of, window_days, weighting)
    where industry is not null
    group by industry
),

known as (
    select sum(weight) as weight
    from weighed
)

select target_mix.industry
from model.target_mix
cross join known
cross join model.home
left join weighed on target_mix.industry = weighed.industry
where coalesce(weighed.weight, 0) / nullif(known.weight, 0) < target_mix.target_share
    and target_mix.industry is distinct from home.industry
    and target_mix.interest > 0

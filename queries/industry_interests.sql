-- Question: How much does each industry matter to me?
-- Grain: one row per industry of the taxonomy, by its name
-- Columns:
--   industry | VARCHAR | - | code in the taxonomy
--   label    | VARCHAR | - | the industry in words
--   interest | INTEGER | - | 0 not at all, 1 as any, 2 twice
--   is_home  | BOOLEAN | - | the user's own industry: it stands in the mix aimed for whatever its interest
select
    industry.industry,
    industry.short_label as label,
    industry_interest.interest,
    coalesce(industry.industry = home.industry, false) as is_home
from model.industry
inner join model.industry_interest on industry.industry = industry_interest.industry
cross join model.home
order by industry.short_label, industry.industry

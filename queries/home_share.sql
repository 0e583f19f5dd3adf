-- Question: What is the headline alone: home share and spread, without anything that explains them?
-- Grain: one row
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of the window that ends on as_of
--   weighting    | VARCHAR | -       | minutes, people or warm
-- Columns:
--   home_share           | DOUBLE  | 0..1       | part of the known weight inside the home industry
--   effective_industries | DOUBLE  | industries | 1 / the sum of the squared shares
--   weighting            | VARCHAR | -          | the weighting used: people where there are no interactions
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting
),

per_industry as (
    select
        contact_weight.industry,
        sum(contact_weight.weight) as weight,
        any_value(contact_weight.weighting) as weighting
    from params
    cross join model.contact_weight(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as contact_weight
    group by contact_weight.industry
),

summed as (
    select
        sum(per_industry.weight) filter (per_industry.industry is not null) as known,
        coalesce(sum(per_industry.weight) filter (per_industry.industry = home.industry), 0) as home,
        sum(per_industry.weight * per_industry.weight) filter (per_industry.industry is not null) as squares,
        any_value(home.industry) as home_industry,
        any_value(per_industry.weighting) as weighting
    from per_industry
    cross join model.home
)

select
    case when home_industry is not null then home / nullif(known, 0) end as home_share,
    known * known / nullif(squares, 0) as effective_industries,
    coalesce(weighting, 'people') as weighting
from summed

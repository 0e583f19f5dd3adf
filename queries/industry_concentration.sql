-- Question: How much of my networking time sits in each industry?
-- Grain: one row per industry with contacts or time, largest share first; the last row is what is not known
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of the window that ends on as_of
--   weighting    | VARCHAR | -       | minutes, people or warm
-- Columns:
--   industry      | VARCHAR | -       | code in the taxonomy; NULL: not known
--   label         | VARCHAR | -       | the industry in words
--   people        | BIGINT  | people  | contacts in it, colleagues and private left out
--   minutes       | DOUBLE  | minutes | networking time in the window
--   weight        | DOUBLE  | -       | minutes, people or warm ties, as chosen
--   share         | DOUBLE  | 0..1    | weight / all weight with a known industry; NULL where not known
--   rank          | BIGINT  | -       | 1 is the largest share
--   is_home       | BOOLEAN | -       | the user's own industry
--   target_share  | DOUBLE  | 0..1    | share in the target mix
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting
),

weighed as (
    select
        contact_weight.industry,
        count(*) filter (contact_weight.is_counted) as people,
        sum(contact_weight.minutes) as minutes,
        sum(contact_weight.weight) as weight
    from params
    cross join model.contact_weight(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as contact_weight
    group by contact_weight.industry
),

known as (
    select sum(weight) as weight
    from weighed
    where industry is not null
)

select
    weighed.industry,
    coalesce(industry.short_label, 'Not known') as label,
    weighed.people,
    weighed.minutes,
    weighed.weight,
    case when weighed.industry is not null then weighed.weight / nullif(known.weight, 0) end as share,
    row_number() over (
        order by weighed.industry is null, weighed.weight desc, weighed.people desc, weighed.industry
    ) as rank,
    coalesce(weighed.industry = home.industry, false) as is_home,
    target_mix.target_share
from weighed
cross join known
cross join model.home
left join model.industry on weighed.industry = industry.industry
left join model.target_mix on weighed.industry = target_mix.industry
order by rank

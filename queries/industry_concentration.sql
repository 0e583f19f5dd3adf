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
--   share_before  | DOUBLE  | 0..1    | share in the window before; NULL: the record does not reach back, or people counted
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
),

-- People weigh the same in every window, so nothing is compared where they are counted.
weighed_before as (
    select
        contact_weight.industry,
        sum(contact_weight.weight) as weight
    from params
    cross join model.calendar
    cross join model.contact_weight(
        (select params.as_of - params.window_days from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as contact_weight
    where contact_weight.industry is not null and contact_weight.weighting != 'people'
        and calendar.first_on <= params.as_of - 2 * params.window_days + params.window_days // 10
    group by contact_weight.industry
),

known_before as (
    select sum(weight) as weight
    from weighed_before
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
    target_mix.target_share,
    case when weighed.industry is not null
        then coalesce(weighed_before.weight, 0) / nullif(known_before.weight, 0) end as share_before
from weighed
cross join known
cross join known_before
cross join model.home
left join weighed_before on weighed.industry = weighed_before.industry
left join model.industry on weighed.industry = industry.industry
left join model.target_mix on weighed.industry = target_mix.industry
order by rank

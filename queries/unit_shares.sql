-- Question: How much of my networking time sits with each industry, employer or function, or with people known how long?
-- Grain: one row per unit with contacts or time, largest share first; the last row is what is not known
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of the window that ends on as_of
--   weighting    | VARCHAR | -       | minutes, people or warm
--   unit         | VARCHAR | -       | industry, employer, function or known: how long, by first interaction or connection
-- Columns:
--   rank            | BIGINT  | -       | 1 is the largest share
--   within          | VARCHAR | -       | key of the unit, for questions about it; NULL: not known
--   label           | VARCHAR | -       | the unit in words
--   is_home         | BOOLEAN | -       | the home industry, or an employer in it; never a function or a length of time
--   people          | BIGINT  | people  | contacts in it, colleagues and private left out
--   minutes         | DOUBLE  | minutes | networking time in the window
--   weight          | DOUBLE  | -       | minutes, people or warm ties, as chosen
--   share           | DOUBLE  | 0..1    | weight / all weight whose unit is known; NULL where not known
--   units           | BIGINT  | -       | known units with weight, on every row
--   effective_units | DOUBLE  | -       | 1 / sum of the squared shares, on every row; NULL: none known
--   known_share     | DOUBLE  | 0..1    | part of the weight whose unit is known, on every row
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting,
        $unit::varchar as unit
),

weighed as (
    select contact_weight.*
    from params
    cross join model.contact_weight(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as contact_weight
    where contact_weight.is_counted or contact_weight.weight > 0
),

placed as (
    select
        contact_unit.unit_key as within,
        arg_max(contact_unit.label, (weighed.weight, weighed.contact_id)) as label,
        arg_max(weighed.industry, (weighed.weight, weighed.contact_id)) as industry,
        count(*) filter (weighed.is_counted) as people,
        sum(weighed.minutes) as minutes,
        sum(weighed.weight) as weight
    from weighed
    inner join model.contact_unit((select params.as_of from params), (select params.unit from params)) as contact_unit
        on weighed.contact_id = contact_unit.contact_id
    group by contact_unit.unit_key
),

whole as (
    select
        nullif(sum(weight), 0) as weight,
        coalesce(sum(weight) filter (within is not null), 0) as known_weight,
        count(*) filter (within is not null and weight > 0) as units,
        sum(weight * weight) filter (within is not null) as squared_weight
    from placed
)

select
    row_number() over (
        order by placed.within is null, placed.weight desc, placed.people desc, placed.within
    ) as rank,
    placed.within,
    coalesce(placed.label, 'Not known') as label,
    coalesce(params.unit in ('industry', 'employer') and placed.within is not null
        and placed.industry = home.industry, false) as is_home,
    placed.people,
    placed.minutes,
    placed.weight,
    case when placed.within is not null then placed.weight / nullif(whole.known_weight, 0) end as share,
    whole.units,
    whole.known_weight * whole.known_weight / nullif(whole.squared_weight, 0) as effective_units,
    whole.known_weight / whole.weight as known_share
from placed
cross join params
cross join whole
cross join model.home
order by rank

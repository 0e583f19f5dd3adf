-- Question: What would be left of each industry if an industry, an employer or a person lost a part of its time?
-- Grain: one row per industry with weight, most weight first; the last row is what is not known
-- Params:
--   as_of        | DATE    | -    | last day that counts
--   window_days  | INTEGER | days | length of the window that ends on as_of
--   weighting    | VARCHAR | -    | minutes, people or warm
--   industry     | VARCHAR | -    | the industry that is hit; NULL: none
--   employer     | VARCHAR | -    | the employer that is hit, a key as in removals; NULL: none
--   contact      | VARCHAR | -    | the contact id of the person that is hit; NULL: none
--   lost         | DOUBLE  | 0..1 | the part that goes
-- Columns:
--   industry      | VARCHAR | -      | code in the taxonomy; NULL: not known
--   label         | VARCHAR | -      | the industry in words
--   is_home       | BOOLEAN | -      | the user's own industry
--   weight        | DOUBLE  | -      | minutes, people or warm ties today
--   left_weight   | DOUBLE  | -      | the same after
--   hours         | DOUBLE  | hours  | networking time in the window; NULL where people are counted
--   left_hours    | DOUBLE  | hours  | the same after
--   share         | DOUBLE  | 0..1   | part of the known weight today; NULL where not known
--   left_share    | DOUBLE  | 0..1   | part of the known weight after
--   target_share  | DOUBLE  | 0..1   | share in the target mix
--   people        | BIGINT  | people | contacts with weight today
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting,
        $industry::varchar as industry,
        $employer::varchar as employer,
        $contact::varchar as contact,
        $lost::double as lost
),

summed as (
    select
        after.industry,
        sum(after.weight) as weight,
        sum(after.left_weight) as left_weight,
        sum(after.minutes) filter (after.weighting = 'minutes') / 60 as hours,
        sum(after.left_minutes) filter (after.weighting = 'minutes') / 60 as left_hours,
        count(*) filter (after.weight > 0) as people
    from params
    cross join model.weight_after(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params),
        (select params.industry from params),
        (select params.employer from params),
        (select params.contact from params),
        (select params.lost from params)
    ) as after
    group by after.industry
    having sum(after.weight) > 0
)

select
    summed.industry,
    coalesce(industry.short_label, 'Not known') as label,
    coalesce(summed.industry = home.industry, false) as is_home,
    summed.weight,
    summed.left_weight,
    summed.hours,
    summed.left_hours,
    case when summed.industry is not null
        then summed.weight / nullif(sum(summed.weight) filter (summed.industry is not null) over (), 0) end as share,
    case when summed.industry is not null
        then summed.left_weight / nullif(sum(summed.left_weight) filter (summed.industry is not null) over (), 0)
    end as left_share,
    target_mix.target_share,
    summed.people
from summed
cross join model.home
left join model.industry on summed.industry = industry.industry
left join model.target_mix on summed.industry = target_mix.industry
order by summed.industry is null, summed.weight desc, summed.industry

-- Question: Which industries are missing, and how much time would close each gap?
-- Grain: one row per industry of the taxonomy, widest gap first
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of the window that ends on as_of
--   weighting    | VARCHAR | -       | minutes, people or warm
-- Columns:
--   industry            | VARCHAR | -             | code in the taxonomy
--   label               | VARCHAR | -             | the industry in words
--   target_share        | DOUBLE  | 0..1          | share in the target mix
--   share               | DOUBLE  | 0..1          | share of the known weight now
--   gap_points          | DOUBLE  | 0..1          | target_share - share; below 0: more than aimed for
--   gap_hours_per_month | DOUBLE  | hours a month | time that would close it; NULL where people are counted
--   people              | BIGINT  | people        | contacts in it, colleagues and private left out
--   last_interaction_on | DATE    | -             | latest interaction with any of them
--   state               | VARCHAR | -             | met, empty, dormant, thin or short: the first that holds
--   is_home             | BOOLEAN | -             | the user's own industry
--   easiest_reach       | DOUBLE  | -             | summed chance that a contact opens it: breaks ties
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting
),

weighed as (
    select contact_weight.*
    from params
    cross join model.contact_weight(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as contact_weight
),

present as (
    select
        weighed.industry,
        count(*) filter (weighed.is_counted) as people,
        sum(weighed.weight) as weight,
        sum(weighed.minutes) as minutes,
        max(tie.last_on) filter (not contact.is_private) as last_interaction_on,
        any_value(weighed.weighting) as weighting,
        sum(0.9 * greatest(
            0.15 + 0.75 * coalesce(tie.strength, 0) / 100,
            case when tie.is_dormant_once_strong then 0.3 else 0 end
        )) filter (not contact.is_private and not contact.is_archived and not contact.is_never_suggested) as reach
    from weighed
    inner join model.contact on weighed.contact_id = contact.contact_id
    left join model.tie((select params.as_of from params)) as tie on weighed.contact_id = tie.contact_id
    where weighed.industry is not null
    group by weighed.industry
),

known as (
    select
        coalesce(sum(weight), 0) as weight,
        any_value(weighting) as weighting
    from present
),

placed as (
    select
        industry.industry,
        industry.short_label as label,
        target_mix.target_share,
        coalesce(present.weight, 0) / nullif(known.weight, 0) as share,
        coalesce(present.people, 0) as people,
        coalesce(present.minutes, 0) as minutes,
        present.last_interaction_on,
        coalesce(present.reach, 0) as reach,
        known.weight as known_weight,
        coalesce(known.weighting, 'people') as weighting,
        -- A window longer than the record has as many days as the record.
        least(params.window_days, params.as_of - calendar.first_on + 1) as window_days,
        coalesce(industry.industry = home.industry, false) as is_home
    from model.industry
    cross join known
    cross join params
    cross join model.home
    cross join model.calendar
    inner join model.target_mix on industry.industry = target_mix.industry
    left join present on industry.industry = present.industry
)

select
    industry,
    label,
    target_share,
    share,
    target_share - share as gap_points,
    case when weighting = 'minutes' then (target_share - share) * known_weight / window_days * 30.44 / 60 end
        as gap_hours_per_month,
    people,
    last_interaction_on,
    case
        when share >= target_share then 'met'
        when people = 0 then 'empty'
        when weighting != 'people' and minutes = 0 then 'dormant'
        when people <= 2 then 'thin'
        else 'short'
    end as state,
    is_home,
    reach as easiest_reach
from placed
order by gap_points desc nulls last, easiest_reach desc, industry

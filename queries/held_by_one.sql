-- Question: Which industries hang on one person?
-- Grain: one row per industry in which exactly one contact has weight, least time first
-- Params:
--   as_of        | DATE    | -    | last day that counts
--   window_days  | INTEGER | days | length of the window that ends on as_of
--   weighting    | VARCHAR | -    | minutes, people or warm
-- Columns:
--   industry            | VARCHAR | -       | code in the taxonomy
--   label               | VARCHAR | -       | the industry in words
--   contact_id          | VARCHAR | -       | the one person
--   full_name           | VARCHAR | -       | their name, or address where no name is known
--   company             | VARCHAR | -       | employer
--   minutes             | DOUBLE  | minutes | networking time in the window
--   hours               | DOUBLE  | hours   | the same in hours
--   strength            | DOUBLE  | 0..100  | how warm the tie is; NULL: no interaction on record
--   last_interaction_on | DATE    | -       | latest interaction up to as_of
--   others              | BIGINT  | people  | further contacts there, without weight
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting
),

peopled as (
    select
        weighed.industry,
        arg_max(weighed.contact_id, weighed.weight) as contact_id,
        max(weighed.minutes) as minutes,
        count(*) filter (weighed.weight = 0) as others
    from params
    cross join model.contact_weight(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as weighed
    where weighed.industry is not null and weighed.is_counted
    group by weighed.industry
    having count(*) filter (weighed.weight > 0) = 1
)

select
    peopled.industry,
    industry.short_label as label,
    peopled.contact_id,
    coalesce(contact.full_name, contact.email, 'No name known') as full_name,
    contact.company,
    peopled.minutes,
    peopled.minutes / 60 as hours,
    tie.strength,
    tie.last_on as last_interaction_on,
    peopled.others
from peopled
inner join model.industry on peopled.industry = industry.industry
inner join model.contact on peopled.contact_id = contact.contact_id
left join model.tie((select params.as_of from params)) as tie on peopled.contact_id = tie.contact_id
order by peopled.minutes, peopled.industry

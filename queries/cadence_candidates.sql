-- Question: With whom would regular contact be worth most, and what would it take?
-- Grain: one row per contact with an interaction on record or a cadence who was not let go, best score for its minutes
--   first; colleagues left out. At most ``people`` of those without a cadence; who has one is always there, since the
--   hours of all cadences are to fit
-- Params:
--   today        | DATE    | -    | the day it is
--   people       | INTEGER | -    | how many without a cadence are listed
-- Columns:
--   contact_id      | VARCHAR | -       | short id, for addresses of pages
--   identity_key    | VARCHAR | -       | the key decisions are kept under
--   full_name       | VARCHAR | -       | name, or the address where no name is known
--   industry_label  | VARCHAR | -       | the industry in words
--   score           | DOUBLE  | -       | strength / 100 + 10 x gap of their industry
--   typical_minutes | DOUBLE  | minutes | what a touch takes
--   cadence_days    | INTEGER | days    | what was said of them so far; NULL: nothing
with
params as (
    select
        $today::date as today,
        $people::integer as people
),

share as (
    select
        industry,
        sum(weight) / nullif(sum(sum(weight)) over (), 0) as share
    from model.contact_weight((select params.today from params), 365, 'minutes')
    where industry is not null
    group by industry
),

scored as (
    select
        touch.contact_id,
        touch.identity_key,
        coalesce(touch.full_name, touch.email, 'No name known') as full_name,
        coalesce(industry.short_label, 'Not known') as industry_label,
        coalesce(touch.strength, 0) / 100
        + 10 * greatest(0, coalesce(target_mix.target_share - coalesce(share.share, 0), 0)) as score,
        touch.typical_minutes,
        touch.cadence_days
    from params
    cross join model.touch((select params.today from params)) as touch
    left join model.industry on touch.industry = industry.industry
    left join model.target_mix on touch.industry = target_mix.industry
    left join share on touch.industry = share.industry
    where (touch.strength is not null or touch.cadence_days is not null)
        and touch.said_days is distinct from 0
        and not touch.is_colleague
),

ranked as (
    select
        *,
        row_number() over (
            partition by cadence_days is null
            order by score / typical_minutes desc, contact_id
        ) as place
    from scored
)

select ranked.* exclude (place)
from ranked
cross join params
where ranked.cadence_days is not null or ranked.place <= params.people
order by ranked.score / ranked.typical_minutes desc, ranked.contact_id

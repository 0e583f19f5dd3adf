-- Question: On whom does my networking time rest, and who is behind an industry?
-- Grain: one row per contact that counts, most weight first; at most ``people`` of them, colleagues and private left out
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of the window that ends on as_of
--   weighting    | VARCHAR | -       | minutes, people or warm
--   industry     | VARCHAR | -       | only this industry; "unknown" for those without; NULL for all with time in the window
--   unit         | VARCHAR | -       | what ``within`` is: an industry, employer, function, or how long people are known
--   within       | VARCHAR | -       | only those of this unit, "unknown" for those without; NULL for all
--   people       | INTEGER | -       | how many are listed
-- Columns:
--   rank                | BIGINT  | -       | 1 has the largest share
--   of_people           | BIGINT  | people  | how many there are, listed or not
--   contact_id          | VARCHAR | -       | short id, for addresses of pages
--   full_name           | VARCHAR | -       | name, or the address where no name is known
--   company             | VARCHAR | -       | employer
--   position            | VARCHAR | -       | job title
--   industry            | VARCHAR | -       | code in the taxonomy; NULL: not known
--   industry_label      | VARCHAR | -       | the industry in words
--   sureness            | VARCHAR | -       | how sure that is: sure, likely, unsure
--   is_home             | BOOLEAN | -       | the user's own industry
--   minutes             | DOUBLE  | minutes | networking time in the window
--   share               | DOUBLE  | 0..1    | weight / weight of everybody, industry known or not
--   strength            | DOUBLE  | 0..100  | how warm the tie is on as_of; NULL: no interaction on record
--   last_interaction_on | DATE    | -       | latest interaction up to as_of
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting,
        $industry::varchar as industry,
        $unit::varchar as unit,
        $within::varchar as within,
        $people::integer as people
),

weighed as (
    select
        contact_weight.contact_id,
        contact_weight.industry,
        contact_weight.minutes,
        contact_weight.weight,
        contact_weight.weight / nullif(sum(contact_weight.weight) over (), 0) as share
    from params
    cross join model.contact_weight(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as contact_weight
    where contact_weight.is_counted or contact_weight.weight > 0
),

within_unit as (
    select contact_unit.contact_id
    from params
    cross join model.contact_unit((select params.as_of from params), (select params.unit from params)) as contact_unit
    where contact_unit.unit_key = params.within or (params.within = 'unknown' and contact_unit.unit_key is null)
),

chosen as (
    select weighed.*
    from weighed
    cross join params
    where (
        (params.industry is null and (weighed.weight > 0 or params.within is not null))
        or weighed.industry = params.industry
        or (params.industry = 'unknown' and weighed.industry is null)
    )
    and (
        params.within is null
        or weighed.contact_id in (select within_unit.contact_id from within_unit)
    )
),

-- The people who count are found first: the rest of a large network needs neither name nor strength.
ranked as (
    select
        chosen.*,
        tie.strength,
        tie.last_on,
        count(*) over () as of_people,
        row_number() over (
            order by chosen.weight desc, chosen.minutes desc, tie.strength desc nulls last, chosen.contact_id
        ) as rank
    from chosen
    left join model.tie((select params.as_of from params)) as tie on chosen.contact_id = tie.contact_id
)

select
    ranked.rank,
    ranked.of_people,
    ranked.contact_id,
    coalesce(contact.full_name, contact.email, 'No name known') as full_name,
    contact.company,
    contact.position,
    ranked.industry,
    coalesce(industry.short_label, 'Not known') as industry_label,
    case
        when contact.industry_confidence >= 0.8 then 'sure'
        when contact.industry_confidence >= 0.3 then 'likely'
        else 'unsure'
    end as sureness,
    coalesce(ranked.industry = home.industry, false) as is_home,
    ranked.minutes,
    ranked.share,
    ranked.strength,
    ranked.last_on as last_interaction_on
from ranked
inner join params on ranked.rank <= params.people
inner join model.contact on ranked.contact_id = contact.contact_id
cross join model.home
left join model.industry on ranked.industry = industry.industry
order by ranked.rank

-- Question: Whom would I miss most: what goes if a person, or an employer with all its people, is gone?
-- Grain: one row per person or employer with weight, at most ``people``: first with whom an industry goes, then by weight
-- Params:
--   as_of        | DATE    | -    | last day that counts
--   window_days  | INTEGER | days | length of the window that ends on as_of
--   weighting    | VARCHAR | -    | minutes, people or warm
--   going        | VARCHAR | -    | person or employer: what is taken away
--   people       | INTEGER | -    | how many are listed
-- Columns:
--   going_key    | VARCHAR | -       | contact id or key of the employer: what the other questions take
--   going_label  | VARCHAR | -       | name of the person or employer
--   employer     | VARCHAR | -       | where the person works; NULL for an employer
--   people       | BIGINT  | people  | contacts with weight that go
--   minutes      | DOUBLE  | minutes | networking time in the window that goes
--   hours        | DOUBLE  | hours   | the same in hours
--   share        | DOUBLE  | 0..1    | part of all weight, industry known or not
--   unreached    | VARCHAR | -       | industries in which nobody else has weight, in words; NULL: none
--   only_doors   | VARCHAR | -       | industries outside home where nobody else works or worked, in words; NULL: none
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting,
        $going::varchar as going,
        $people::integer as people
),

weighed as (
    select
        contact_weight.contact_id,
        contact_weight.full_name,
        contact_weight.company,
        contact_weight.industry,
        contact_weight.minutes,
        contact_weight.weight,
        case when params.going = 'person' then contact_weight.contact_id else contact_weight.employer end as going_key
    from params
    cross join model.contact_weight(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as contact_weight
),

gone as (
    select
        weighed.going_key,
        count(*) filter (weighed.weight > 0) as people,
        sum(weighed.minutes) as minutes,
        sum(weighed.weight) as weight,
        sum(sum(weighed.weight)) over () as total,
        arg_max(weighed.contact_id, weighed.weight) as contact_id,
        mode(weighed.company) as company
    from weighed
    group by weighed.going_key
    having sum(weighed.weight) > 0
),

-- An industry with weight from one side only is gone with that side.
reached as (
    select
        industry,
        min(going_key) as going_key
    from weighed
    where industry is not null and weight > 0
    group by industry
    having min(going_key) = max(going_key)
),

-- Who works or worked in an industry can introduce into it: likely, not a guess.
door as (
    select
        weighed.going_key,
        opened.industry
    from (
        select
            contact_id,
            industry
        from model.contact
        where industry is not null
        union
        select
            contact_id,
            industry
        from model.former_industry
    ) as opened
    inner join weighed on opened.contact_id = weighed.contact_id
    inner join model.contact on opened.contact_id = contact.contact_id
    cross join model.home
    where opened.industry is distinct from home.industry
        and not contact.is_private and not contact.is_archived and not contact.is_never_suggested
),

only_door as (
    select
        industry,
        min(going_key) as going_key
    from door
    group by industry
    having min(going_key) = max(going_key)
),

unreached as (
    select
        reached.going_key,
        string_agg(industry.short_label, ', ' order by industry.short_label) as labels
    from reached
    inner join model.industry on reached.industry = industry.industry
    group by reached.going_key
),

closed as (
    select
        only_door.going_key,
        string_agg(industry.short_label, ', ' order by industry.short_label) as labels
    from only_door
    inner join model.industry on only_door.industry = industry.industry
    group by only_door.going_key
)

select
    gone.going_key,
    case
        when params.going = 'person' then coalesce(contact.full_name, contact.email, 'No name known')
        else coalesce(gone.company, contact.domain, contact.full_name, contact.email, 'No name known')
    end as going_label,
    case when params.going = 'person' then contact.company end as employer,
    gone.people,
    gone.minutes,
    gone.minutes / 60 as hours,
    gone.weight / gone.total as share,
    unreached.labels as unreached,
    closed.labels as only_doors
from gone
cross join params
inner join model.contact on gone.contact_id = contact.contact_id
left join unreached on gone.going_key = unreached.going_key
left join closed on gone.going_key = closed.going_key
order by unreached.labels is null, closed.labels is null, gone.weight desc, gone.going_key
limit (select params.people from params)

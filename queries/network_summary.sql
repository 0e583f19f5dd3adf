-- Question: How concentrated is my network, and how sure is that?
-- Grain: one row
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of the window that ends on as_of
--   weighting    | VARCHAR | -       | minutes, people or warm
-- Columns:
--   contacts                       | BIGINT  | people     | contacts, colleagues included
--   interactions                   | BIGINT  | -          | interactions in the window that count
--   minutes                        | DOUBLE  | minutes    | networking time in the window
--   colleague_minutes              | DOUBLE  | minutes    | time with colleagues in the window, counted if switched on
--   known_share                    | DOUBLE  | 0..1       | part of the weight whose industry is known
--   home_industry                  | VARCHAR | -          | code of the user's own industry
--   home_label                     | VARCHAR | -          | the same in words
--   home_share                     | DOUBLE  | 0..1       | part of the known weight inside the home industry
--   home_share_low                 | DOUBLE  | 0..1       | the same if nothing unknown were home
--   home_share_high                | DOUBLE  | 0..1       | the same if all the unknown were home
--   home_share_with_colleagues     | DOUBLE  | 0..1       | home share with the time of colleagues counted in
--   top_industry                   | VARCHAR | -          | code of the industry with the largest share
--   hhi                            | DOUBLE  | 0..1       | sum of the squared shares
--   effective_industries           | DOUBLE  | industries | 1 / hhi, of the time as logged
--   effective_industries_low       | DOUBLE  | industries | the same if all the unknown were in the largest industry
--   effective_industries_high      | DOUBLE  | industries | the same if the unknown filled the emptiest industries up
--   effective_industries_corrected | DOUBLE  | industries | the same from pairs of different employers; NULL: too few
--   low                            | DOUBLE  | industries | lower end of its 95 % interval
--   high                           | DOUBLE  | industries | upper end of its 95 % interval
--   range_rule                     | VARCHAR | -          | shown; or why not: few employers, one industry, none alike
--   n_eff                          | DOUBLE  | employers  | effective number of employers behind it; 10 make a range
--   effective_contacts             | DOUBLE  | people     | effective number of people the weight rests on
--   largest_contact_id             | VARCHAR | -          | the person who weighs most; NULL: nobody does
--   largest_contact                | VARCHAR | -          | their name, or the address where no name is known
--   largest_contact_share          | DOUBLE  | 0..1       | part of the weight given to them
--   effective_contacts_without     | DOUBLE  | people     | effective number of people without them; NULL: nobody is left
--   effective_industries_without   | DOUBLE  | industries | 1 / hhi without them; NULL: nothing known is left
--   ei_index                       | DOUBLE  | -1..1      | external minus internal, over both
--   ei_expected                    | DOUBLE  | -1..1      | the same under random mixing with the reference population
--   reference_share                | DOUBLE  | 0..1       | part of the reference population that works in the home industry
--   inbreeding_homophily           | DOUBLE  | -          | part used of the room above chance; below 0: less than by chance
--   fit_to_target                  | DOUBLE  | 0..1       | 1 - half the summed distance to the target mix
--   weighting                      | VARCHAR | -          | the weighting used: people where there are no interactions
--   as_of                          | DATE    | -          | last day that counts
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

per_industry as (
    select
        industry,
        sum(weight) as weight,
        sum(weight_with_colleagues) as weight_with_colleagues,
        count(*) filter (is_counted) as people
    from weighed
    where industry is not null
    group by industry
),

-- The unit is the employer within its industry: people of one employer share its industry.
unit as (
    select
        industry,
        employer,
        sum(weight) as b
    from weighed
    where industry is not null and weight > 0
    group by industry, employer
),

unit_total as (
    select
        sum(b) as w,
        sum(b * b) as r,
        count(*) as units
    from unit
),

industry_total as (
    select
        industry,
        sum(b) as a
    from unit
    group by industry
),

square as (
    select sum(a * a) as q
    from industry_total
),

estimate as (
    select
        unit_total.w,
        unit_total.r,
        unit_total.units,
        square.q,
        (square.q - unit_total.r) / nullif(unit_total.w * unit_total.w - unit_total.r, 0) as hhi_u,
        unit_total.w * unit_total.w / nullif(unit_total.r, 0) as n_eff
    from unit_total
    cross join square
),

-- Without one employer at a time: the jackknife, on the logit.
left_out as (
    select
        greatest(1 / (2 * e.n_eff * e.n_eff), least(
            1 - 1 / (2 * e.n_eff * e.n_eff),
            (e.q - e.r - 2 * unit.b * (industry_total.a - unit.b))
            / nullif((e.w - unit.b) * (e.w - unit.b) - (e.r - unit.b * unit.b), 0)
        )) as h
    from unit
    inner join industry_total on unit.industry = industry_total.industry
    cross join estimate as e
    where e.n_eff >= 10
),

spread as (
    select sqrt((count(*) - 1) * var_pop(ln(h / (1 - h)))) as se
    from left_out
),

interval_shown as (
    select
        e.n_eff,
        case
            when e.units = 0 then null
            when coalesce(e.hhi_u, 1) >= 1 - 1e-9 then 'one industry'
            when e.n_eff < 10 then 'few employers'
            when e.hhi_u <= 1e-9 then 'none alike'
            else 'shown'
        end as range_rule,
        e.hhi_u,
        spread.se
    from estimate as e
    cross join spread
),

-- Few pairs alike: the estimate can pass the number of industries there are, which no network does.
most as (
    select count(*) as industries
    from model.industry
),

corrected as (
    select
        n_eff,
        range_rule,
        case when range_rule = 'shown' then least(1 / hhi_u, most.industries) end as effective,
        case when range_rule = 'shown' then least(1 + (1 - hhi_u) / hhi_u * exp(-1.96 * se), most.industries) end
            as low,
        case when range_rule = 'shown' then least(1 + (1 - hhi_u) / hhi_u * exp(1.96 * se), most.industries) end
            as high
    from interval_shown
    cross join most
),

share as (
    select
        per_industry.industry,
        per_industry.people,
        per_industry.weight / nullif(sum(per_industry.weight) over (), 0) as p,
        per_industry.weight_with_colleagues / nullif(sum(per_industry.weight_with_colleagues) over (), 0)
            as p_with_colleagues
    from per_industry
),

distance as (
    select sum(abs(coalesce(share.p, 0) - target_mix.target_share)) / 2 as apart
    from model.target_mix
    left join share on target_mix.industry = share.industry
),

whole as (
    select
        count(*) as contacts,
        sum(minutes) as minutes,
        sum(colleague_minutes) as colleague_minutes,
        sum(weight) as weight,
        coalesce(sum(weight) filter (industry is not null), 0) as known_weight,
        sum(weight * weight) as squared_weight,
        max(weight) as largest_weight,
        arg_min(contact_id, (-weight, contact_id)) filter (weight > 0) as largest_contact_id,
        arg_min_null(industry, (-weight, contact_id)) filter (weight > 0) as largest_industry,
        any_value(weighting) as weighting
    from weighed
),

-- What is not known, poured into the industries like water: the emptiest are level before the next one gets any.
filling as (
    select
        coalesce(per_industry.weight, 0) as weight,
        row_number() over (order by coalesce(per_industry.weight, 0), industry.industry, per_industry.industry) as place,
        sum(coalesce(per_industry.weight, 0)) over (
            order by coalesce(per_industry.weight, 0), industry.industry, per_industry.industry
            rows between unbounded preceding and current row
        ) as weight_so_far
    from model.industry
    full join per_industry on industry.industry = per_industry.industry
),

under_water as (
    select
        max(filling.place) as places,
        arg_max(filling.weight_so_far, filling.place) as weight
    from filling
    cross join whole
    where filling.place * filling.weight - filling.weight_so_far <= whole.weight - whole.known_weight
),

bound as (
    select
        (
            coalesce(sum(filling.weight * filling.weight), 0)
            - max(filling.weight) * max(filling.weight)
            + power(max(filling.weight) + any_value(whole.weight - whole.known_weight), 2)
        ) / nullif(any_value(whole.weight * whole.weight), 0) as hhi_high,
        (
            coalesce(sum(filling.weight * filling.weight) filter (filling.place > under_water.places), 0)
            + power(any_value(under_water.weight + whole.weight - whole.known_weight), 2)
            / any_value(under_water.places)
        ) / nullif(any_value(whole.weight * whole.weight), 0) as hhi_low
    from filling
    cross join under_water
    cross join whole
),

-- Without the person who weighs most; of an industry that is not known they leave the industries as they are.
without_largest as (
    select
        power(any_value(
            whole.known_weight - case when whole.largest_industry is null then 0 else whole.largest_weight end
        ), 2) / nullif(sum(power(
            per_industry.weight - case when per_industry.industry = whole.largest_industry
                then whole.largest_weight else 0 end, 2
        )), 0) as effective_industries
    from per_industry
    cross join whole
),

home_part as (
    select
        home.industry as home_industry,
        coalesce(max(share.p), 0) as p,
        max(share.p_with_colleagues) as p_with_colleagues
    from model.home
    left join share on home.industry = share.industry
    group by home.industry
),

concentration as (
    select
        sum(p * p) as hhi,
        count(p_with_colleagues) > 0 as has_known_time,
        arg_min(industry, (-p, -people, industry)) filter (p > 0) as top_industry
    from share
),

happened as (
    select count(*) as interactions
    from model.interaction
    cross join params
    where interaction.minutes > 0
        and interaction.occurred_on <= params.as_of and interaction.occurred_on > params.as_of - params.window_days
)

select
    whole.contacts,
    happened.interactions,
    coalesce(whole.minutes, 0) as minutes,
    coalesce(whole.colleague_minutes, 0) as colleague_minutes,
    whole.known_weight / nullif(whole.weight, 0) as known_share,
    home_part.home_industry,
    industry.short_label as home_label,
    case when whole.known_weight > 0 and home_part.home_industry is not null then home_part.p end as home_share,
    case when home_part.home_industry is not null then home_part.p * whole.known_weight / nullif(whole.weight, 0) end
        as home_share_low,
    case when home_part.home_industry is not null
        then (home_part.p * whole.known_weight + whole.weight - whole.known_weight) / nullif(whole.weight, 0) end
        as home_share_high,
    case
        when home_part.home_industry is not null and concentration.has_known_time
            then coalesce(home_part.p_with_colleagues, 0)
    end as home_share_with_colleagues,
    concentration.top_industry,
    concentration.hhi,
    1 / nullif(concentration.hhi, 0) as effective_industries,
    1 / bound.hhi_high as effective_industries_low,
    1 / bound.hhi_low as effective_industries_high,
    corrected.effective as effective_industries_corrected,
    corrected.low,
    corrected.high,
    corrected.range_rule,
    corrected.n_eff,
    whole.weight * whole.weight / nullif(whole.squared_weight, 0) as effective_contacts,
    whole.largest_contact_id,
    case when whole.largest_contact_id is not null
        then coalesce(contact.full_name, contact.email, 'No name known') end as largest_contact,
    whole.largest_weight / nullif(whole.weight, 0) as largest_contact_share,
    power(whole.weight - whole.largest_weight, 2)
    / nullif(whole.squared_weight - whole.largest_weight * whole.largest_weight, 0) as effective_contacts_without,
    nullif(without_largest.effective_industries, 0) as effective_industries_without,
    case when whole.known_weight > 0 and home_part.home_industry is not null then 1 - 2 * home_part.p end as ei_index,
    case when home_part.home_industry is not null then 1 - 2 * target_mix.reference_share end as ei_expected,
    case when home_part.home_industry is not null then target_mix.reference_share end as reference_share,
    case when whole.known_weight > 0 and home_part.home_industry is not null
        then (home_part.p - target_mix.reference_share) / nullif(1 - target_mix.reference_share, 0) end
        as inbreeding_homophily,
    case when whole.known_weight > 0 then 1 - distance.apart end as fit_to_target,
    coalesce(whole.weighting, 'people') as weighting,
    params.as_of
from whole
cross join params
cross join happened
cross join concentration
cross join corrected
cross join distance
cross join home_part
cross join bound
cross join without_largest
left join model.contact on whole.largest_contact_id = contact.contact_id
left join model.industry on home_part.home_industry = industry.industry
left join model.target_mix on home_part.home_industry = target_mix.industry

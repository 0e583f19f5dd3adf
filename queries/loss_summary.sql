-- Question: What would I lose if an industry, an employer or a person lost a part of its time, and what is left?
-- Grain: one row
-- Params:
--   as_of        | DATE    | -    | last day that counts
--   window_days  | INTEGER | days | length of the window that ends on as_of
--   weighting    | VARCHAR | -    | minutes, people or warm
--   industry     | VARCHAR | -    | the industry that is hit; NULL: none
--   employer     | VARCHAR | -    | the employer that is hit, a key as in removals; NULL: none
--   contact      | VARCHAR | -    | the contact id of the person that is hit; NULL: none
--   lost         | DOUBLE  | 0..1 | the part that goes
-- Columns:
--   weighting               | VARCHAR | -          | the weighting used: people where there are no interactions
--   lost_share              | DOUBLE  | 0..1       | part of all weight that goes, industry known or not
--   lost_hours              | DOUBLE  | hours      | networking time that goes; NULL where people are counted
--   people_hit              | BIGINT  | people     | contacts with weight that are hit
--   warm_people             | BIGINT  | people     | warm contacts today, colleagues and private left out
--   warm_people_left        | BIGINT  | people     | of these, the ones that are not hit
--   home_share              | DOUBLE  | 0..1       | home share today; NULL: home or all industries are not known
--   left_home_share         | DOUBLE  | 0..1       | home share after
--   effective_industries    | DOUBLE  | industries | today: from pairs of employers, or as logged where those are few
--   left_effective          | DOUBLE  | industries | after, by the same measure
--   is_corrected            | BOOLEAN | -          | both from pairs of employers: at least ten count today and after
--   industries              | BIGINT  | industries | industries with weight today
--   left_industries         | BIGINT  | industries | industries with weight after
--   unreached               | VARCHAR | -          | the industries with weight today and none after, in words; NULL: none
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

after as (
    select hit.*
    from params
    cross join model.weight_after(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params),
        (select params.industry from params),
        (select params.employer from params),
        (select params.contact from params),
        (select params.lost from params)
    ) as hit
),

whole as (
    select
        coalesce(any_value(after.weighting), 'people') as weighting,
        sum(after.weight - after.left_weight) / nullif(sum(after.weight), 0) as lost_share,
        sum(after.minutes - after.left_minutes) filter (after.weighting = 'minutes') / 60 as lost_hours,
        count(*) filter (after.is_hit and after.weight > 0) as people_hit,
        count(*) filter (after.is_counted and tie.strength >= setting.warm_from) as warm_people,
        count(*) filter (after.is_counted and tie.strength >= setting.warm_from and not after.is_hit)
            as warm_people_left
    from after
    cross join model.setting
    left join model.tie((select params.as_of from params)) as tie on after.contact_id = tie.contact_id
),

-- The unit is the employer within its industry, as in network_summary.
unit as (
    select
        industry,
        employer,
        sum(weight) as b,
        sum(left_weight) as left_b
    from after
    where industry is not null and weight > 0
    group by industry, employer
),

unit_total as (
    select
        sum(b) as w,
        sum(b * b) as r,
        sum(left_b) as left_w,
        sum(left_b * left_b) as left_r
    from unit
),

per_industry as (
    select
        unit.industry,
        sum(unit.b) as a,
        sum(unit.left_b) as left_a
    from unit
    group by unit.industry
),

square as (
    select
        sum(per_industry.a * per_industry.a) as q,
        sum(per_industry.left_a * per_industry.left_a) as left_q,
        count(*) as industries,
        count(*) filter (per_industry.left_a > 0) as left_industries,
        sum(per_industry.a) filter (per_industry.industry = home.industry) as home_a,
        sum(per_industry.left_a) filter (per_industry.industry = home.industry) as left_home_a,
        any_value(home.industry) as home_industry,
        string_agg(industry.short_label, ', ' order by industry.short_label) filter (per_industry.left_a = 0)
            as unreached
    from per_industry
    cross join model.home
    inner join model.industry on per_industry.industry = industry.industry
),

estimate as (
    select
        square.*,
        unit_total.*,
        (square.q - unit_total.r) / nullif(unit_total.w * unit_total.w - unit_total.r, 0) as hhi_u,
        (square.left_q - unit_total.left_r)
        / nullif(unit_total.left_w * unit_total.left_w - unit_total.left_r, 0) as left_hhi_u
    from square
    cross join unit_total
),

judged as (
    select
        *,
        coalesce(
            w * w >= 10 * r and left_w * left_w >= 10 * left_r
            and hhi_u > 1e-9 and hhi_u < 1 - 1e-9 and left_hhi_u > 1e-9 and left_hhi_u < 1 - 1e-9,
            false
        ) as is_corrected
    from estimate
)

select
    whole.weighting,
    whole.lost_share,
    whole.lost_hours,
    whole.people_hit,
    whole.warm_people,
    whole.warm_people_left,
    case when judged.home_industry is not null then coalesce(judged.home_a, 0) / nullif(judged.w, 0) end as home_share,
    case when judged.home_industry is not null then coalesce(judged.left_home_a, 0) / nullif(judged.left_w, 0) end
        as left_home_share,
    case
        when judged.is_corrected then least(1 / judged.hhi_u, (select count(*) from model.industry))
        else judged.w * judged.w / nullif(judged.q, 0)
    end as effective_industries,
    case
        when judged.is_corrected then least(1 / judged.left_hhi_u, (select count(*) from model.industry))
        else judged.left_w * judged.left_w / nullif(judged.left_q, 0)
    end as left_effective,
    judged.is_corrected,
    judged.industries,
    judged.left_industries,
    judged.unreached
from whole
cross join judged

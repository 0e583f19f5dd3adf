-- Question: Did the home share clearly change against the window before, and what came of the hours outside?
-- Grain: one row; the window before is as long and ends where this one begins
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of each of the two windows
--   weighting    | VARCHAR | -       | minutes, people or warm
-- Columns:
--   window_first_on         | DATE    | -             | first day of the window, or of the record if that is later
--   before_last_on          | DATE    | -             | last day of the window before
--   is_comparable           | BOOLEAN | -             | the record covers nine tenths of the window before, time is weighed
--   people                  | BIGINT  | people        | contacts with weight and a known industry
--   home_share              | DOUBLE  | 0..1          | part of the known weight inside the home industry
--   home_share_before       | DOUBLE  | 0..1          | the same in the window before; NULL: not comparable
--   home_share_change       | DOUBLE  | -1..1         | home_share - home_share_before
--   change_error            | DOUBLE  | 0..1          | its standard error, one employer left out of both windows
--   verdict                 | VARCHAR | -             | clearly up, clearly down or no clear change; NULL: not comparable
--   effective_industries    | DOUBLE  | industries    | from pairs of employers; with fewer than ten, as logged
--   effective_change        | DOUBLE  | industries    | the same minus that of the window before; NULL: other measures
--   outside_hours_per_month | DOUBLE  | hours a month | known time outside home; NULL where people are counted
--   outside_hours_change    | DOUBLE  | hours a month | the same minus that of the window before
--   outside_people          | BIGINT  | people        | contacts with weight outside home
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting
),

weighed as (
    select
        contact_weight.contact_id,
        contact_weight.industry,
        contact_weight.employer,
        contact_weight.weighting,
        contact_weight.weight as now,
        0 as before
    from params
    cross join model.contact_weight(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as contact_weight
    union all
    select
        contact_weight.contact_id,
        contact_weight.industry,
        contact_weight.employer,
        contact_weight.weighting,
        0 as now,
        contact_weight.weight as before
    from params
    cross join model.contact_weight(
        (select params.as_of - params.window_days from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as contact_weight
),

-- The unit is the employer within its industry, as in network_summary.
unit as (
    select
        weighed.industry,
        weighed.employer,
        weighed.industry = home.industry as is_home,
        sum(weighed.now) as b1,
        sum(weighed.before) as b0
    from weighed
    cross join model.home
    where weighed.industry is not null and weighed.now + weighed.before > 0
    group by weighed.industry, weighed.employer, home.industry
),

industry_total as (
    select
        sum(b1) as a1,
        sum(b0) as a0
    from unit
    group by industry
),

square as (
    select
        sum(a1 * a1) as q1,
        sum(a0 * a0) as q0
    from industry_total
),

total as (
    select
        sum(b1) as w1,
        sum(b0) as w0,
        sum(b1 * b1) as r1,
        sum(b0 * b0) as r0,
        sum(b1) filter (is_home) as home1,
        sum(b0) filter (is_home) as home0
    from unit
),

left_out as (
    select
        (coalesce(total.home1, 0) - unit.b1 * unit.is_home::integer) / nullif(total.w1 - unit.b1, 0)
        - (coalesce(total.home0, 0) - unit.b0 * unit.is_home::integer) / nullif(total.w0 - unit.b0, 0) as difference
    from unit
    cross join total
),

error as (
    select sqrt((count(difference) - 1) * var_pop(difference)) as se
    from left_out
),

counted as (
    select
        count(distinct weighed.contact_id) filter (weighed.now > 0 and weighed.industry is not null) as people,
        count(distinct weighed.contact_id) filter (
            weighed.now > 0 and weighed.industry is not null and weighed.industry is distinct from home.industry
        ) as outside_people,
        coalesce(any_value(weighed.weighting), 'people') as weighting
    from weighed
    cross join model.home
),

window_span as (
    select
        params.as_of,
        params.window_days,
        params.as_of - params.window_days as before_last_on,
        greatest((params.as_of - params.window_days + 1)::date, calendar.first_on) as first_on,
        calendar.has_interactions
        and calendar.first_on <= params.as_of - 2 * params.window_days + params.window_days // 10 as is_covered
    from params
    cross join model.calendar
),

measured as (
    select
        window_span.*,
        counted.people,
        counted.outside_people,
        counted.weighting,
        home.industry as home_industry,
        total.w1,
        total.w0,
        coalesce(total.home1, 0) as home1,
        coalesce(total.home0, 0) as home0,
        total.w1 * total.w1 / nullif(total.r1, 0) as n1,
        total.w0 * total.w0 / nullif(total.r0, 0) as n0,
        (square.q1 - total.r1) / nullif(total.w1 * total.w1 - total.r1, 0) as pairs1,
        (square.q0 - total.r0) / nullif(total.w0 * total.w0 - total.r0, 0) as pairs0,
        square.q1 / nullif(total.w1 * total.w1, 0) as hhi1,
        square.q0 / nullif(total.w0 * total.w0, 0) as hhi0,
        error.se,
        window_span.is_covered and counted.weighting != 'people' and total.w1 > 0 and total.w0 > 0 as is_comparable
    from window_span
    cross join counted
    cross join total
    cross join square
    cross join error
    cross join model.home
),

shown as (
    select
        *,
        n1 >= 10 and pairs1 between 1e-9 and 1 - 1e-9 as is_sure1,
        n0 >= 10 and pairs0 between 1e-9 and 1 - 1e-9 as is_sure0,
        case when home_industry is not null then home1 / nullif(w1, 0) end as home_share,
        case when home_industry is not null and is_comparable then home0 / w0 end as home_share_before,
        -- A window longer than the record has as many months as the record.
        (as_of - first_on + 1) / 30.44 as months
    from measured
)

select
    first_on as window_first_on,
    before_last_on::date as before_last_on,
    coalesce(is_comparable, false) as is_comparable,
    people,
    home_share,
    home_share_before,
    home_share - home_share_before as home_share_change,
    case when home_share_before is not null then se end as change_error,
    case
        when home_share_before is null then null
        when coalesce(abs(home_share - home_share_before) <= 1.96 * se, true) or n1 < 10 or n0 < 10
            then 'no clear change'
        when home_share > home_share_before then 'clearly up'
        else 'clearly down'
    end as verdict,
    case when is_sure1 then 1 / pairs1 else 1 / nullif(hhi1, 0) end as effective_industries,
    case
        when not is_comparable then null
        when is_sure1 and is_sure0 then 1 / pairs1 - 1 / pairs0
        when not is_sure1 and not is_sure0 then 1 / hhi1 - 1 / hhi0
    end as effective_change,
    case when weighting = 'minutes' then (w1 - home1) / 60 / nullif(months, 0) end as outside_hours_per_month,
    case when weighting = 'minutes' and is_comparable then (w1 - home1) / 60 / nullif(months, 0)
        - (w0 - home0) / 60 / (window_days / 30.44) end as outside_hours_change,
    outside_people
from shown

-- Question: Did I come closer to the mix I aimed for at the time?
-- Grain: one row per month end, oldest first; each looks back over trail_days and is held against the mix of that day
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   trail_days   | INTEGER | days    | each point covers this many days up to period_on
--   points       | INTEGER | -       | how many months back
-- Columns:
--   period_on     | DATE    | -       | last day of the period
--   fit_to_target | DOUBLE  | 0..1    | 1 - half the summed distance to the mix aimed for on that day
--   mix           | VARCHAR | -       | that mix: blend, even, labour market or mine
--   is_new_aim    | BOOLEAN | -       | another mix, or other shares of one's own, than the month before
--   minutes       | DOUBLE  | minutes | networking time of the period with a known industry
with
params as (
    select
        $as_of::date as as_of,
        $trail_days::integer as trail_days,
        $points::integer as points
),

period as (
    select period_on
    from model.trail_period(
        (select params.as_of from params),
        (select params.trail_days from params),
        (select params.points from params)
    )
),

-- Before the first decision the default was aimed for.
aim as (
    select
        period.period_on,
        coalesce(
            arg_max_null(decision.setting, decision.decision_no),
            any_value(assumption.default_setting)
        ) as mix
    from period
    inner join model.assumption on assumption.name = 'target_mix'
    left join decisions.assumption as decision
        on decision.name = 'target_mix'
        and decision.decided_at < period.period_on + 1
    group by period.period_on
),

own as (
    select
        period.period_on,
        own_target.industry,
        greatest(0, coalesce(try_cast(arg_max_null(own_target.share, own_target.decision_no) as double), 0)) as share,
        max(own_target.decision_no) as decision_no
    from period
    inner join decisions.own_target on own_target.decided_at < period.period_on + 1
    group by period.period_on, own_target.industry
),

own_whole as (
    select
        period_on,
        sum(share) as share,
        max(decision_no) as decision_no
    from own
    group by period_on
),

target as (
    select
        aim.period_on,
        aim.mix,
        case when aim.mix = 'mine' and own_whole.share > 0 then own_whole.decision_no end as own_no,
        target_choice.industry,
        case
            when aim.mix = 'mine' and own_whole.share > 0 then coalesce(own.share, 0) / own_whole.share
            else target_choice.target_share
        end as target_share
    from aim
    inner join model.target_choice
        on target_choice.mix = case when aim.mix = 'mine' then 'blend' else aim.mix end
    left join own_whole on aim.period_on = own_whole.period_on
    left join own
        on aim.period_on = own.period_on
        and target_choice.industry = own.industry
),

period_total as (
    select *
    from model.trail_total(
        (select params.as_of from params),
        (select params.trail_days from params),
        (select params.points from params)
    )
    where industry is not null
),

fit as (
    select
        target.period_on,
        any_value(target.mix) as mix,
        any_value(target.own_no) as own_no,
        sum(period_total.minutes) as minutes,
        list({'share': target.target_share, 'minutes': coalesce(period_total.minutes, 0)}) as parts
    from target
    left join period_total
        on target.period_on = period_total.period_on
        and target.industry = period_total.industry
    group by target.period_on
)

select
    period_on,
    case when minutes > 0
        then 1 - list_sum(list_transform(parts, lambda part: abs(part.minutes / minutes - part.share))) / 2 end
        as fit_to_target,
    mix,
    coalesce(
        (mix, coalesce(own_no, 0)) != lag((mix, coalesce(own_no, 0))) over (order by period_on),
        false
    ) as is_new_aim,
    coalesce(minutes, 0) as minutes
from fit
order by period_on

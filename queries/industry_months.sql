-- Question: How many hours a month did each industry get?
-- Grain: one row per industry of the taxonomy and calendar month, also without time; families together, oldest first
-- Params:
--   as_of        | DATE    | -       | last day that counts; its month may be cut short
--   months       | INTEGER | -       | how many calendar months up to that day
-- Columns:
--   industry | VARCHAR | -       | code in the taxonomy
--   label    | VARCHAR | -       | the industry in words
--   family   | VARCHAR | -       | group of industries it belongs to
--   is_home  | BOOLEAN | -       | the user's own industry
--   month_on | DATE    | -       | first day of the month
--   last_on  | DATE    | -       | last day of the month that counts
--   days     | BIGINT  | days    | days of the month that count
--   minutes  | DOUBLE  | minutes | networking time in the month
--   hours    | DOUBLE  | hours   | the same in hours
--   people   | BIGINT  | people  | people it was spent with
with
params as (
    select
        $as_of::date as as_of,
        $months::integer as months
),

month as (
    select
        (date_trunc('month', params.as_of) - to_months(back.months::integer))::date as month_on,
        least(
            params.as_of,
            (date_trunc('month', params.as_of) - to_months(back.months::integer) + to_months(1))::date - 1
        ) as last_on
    from params
    cross join (select unnest(range(0, 240)) as months) as back
    cross join model.calendar
    where back.months < params.months
        and calendar.has_interactions
        and (date_trunc('month', params.as_of) - to_months(back.months::integer) + to_months(1))::date
        > calendar.first_on
),

met as (
    select
        counted_day.industry,
        date_trunc('month', counted_day.occurred_on)::date as month_on,
        sum(counted_day.minutes) as minutes,
        count(distinct counted_day.contact_id) filter (counted_day.minutes > 0) as people
    from model.counted_day() as counted_day
    cross join params
    where counted_day.occurred_on <= params.as_of
        and counted_day.occurred_on >= date_trunc('month', params.as_of) - to_months(params.months - 1)
    group by counted_day.industry, date_trunc('month', counted_day.occurred_on)
)

select
    listed.industry,
    listed.short_label as label,
    listed.family,
    coalesce(listed.industry = home.industry, false) as is_home,
    month.month_on,
    month.last_on,
    month.last_on - month.month_on + 1 as days,
    coalesce(met.minutes, 0) as minutes,
    coalesce(met.minutes, 0) / 60 as hours,
    coalesce(met.people, 0) as people
from model.industry as listed
cross join month
cross join model.home
left join met
    on listed.industry = met.industry
    and month.month_on = met.month_on
order by listed.place, month.month_on

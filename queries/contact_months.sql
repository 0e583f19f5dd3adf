-- Question: How much time did we have together, month by month?
-- Grain: one row per month, the oldest first; none if there was no time in these months
-- Params:
--   who          | VARCHAR | -       | contact id; ids of before a merge still lead to the person
--   as_of        | DATE    | -       | last day that counts
--   months       | INTEGER | -       | how many months, the one of as_of included
-- Columns:
--   month_on        | DATE    | -       | first day of the month
--   hours           | DOUBLE  | hours   | all of it
--   spoken_hours    | DOUBLE  | hours   | meetings and calls
--   written_hours   | DOUBLE  | hours   | mail and messages
--   interactions    | BIGINT  | -       | interactions that count
with
params as (
    select
        $who::varchar as asked_id,
        $as_of::date as as_of,
        $months::integer as months
),

found as (
    select arg_min(identity.contact_id, (identity.contact_id != params.asked_id, identity.contact_id)) as contact_id
    from model.identity
    cross join params
    where params.asked_id in (identity.contact_id, identity.alias_id)
),

month as (
    select (date_trunc('month', params.as_of) - to_months(place))::date as month_on
    from params
    cross join unnest(range(params.months)) as places (place)
),

met as (
    select
        date_trunc('month', contact_day.occurred_on)::date as month_on,
        sum(contact_day.spoken_minutes) as spoken,
        sum(contact_day.written_minutes) as written,
        sum(contact_day.interactions)::bigint as interactions
    from model.contact_day
    cross join params
    where contact_day.contact_id = (select found.contact_id from found) and contact_day.occurred_on <= params.as_of
    group by date_trunc('month', contact_day.occurred_on)
)

select
    month.month_on,
    coalesce(met.spoken + met.written, 0) / 60 as hours,
    coalesce(met.spoken, 0) / 60 as spoken_hours,
    coalesce(met.written, 0) / 60 as written_hours,
    coalesce(met.interactions, 0) as interactions
from month
left join met on month.month_on = met.month_on
where exists (
    select 1
    from met as any_met
    inner join month as any_month on any_met.month_on = any_month.month_on
)
order by month.month_on

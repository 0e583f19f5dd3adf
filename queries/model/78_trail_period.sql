-- Macro: trail_period(as_of, trail_days, points)
-- Table: the month ends of a trend, as far back as the record covers trail_days before them
-- Grain: one row per month end
-- Reads: model.calendar
select (as_of - to_months(back.months::integer))::date as period_on
from (select unnest(range(0, 240)) as months) as back
cross join model.calendar
where back.months < points
    and (as_of - to_months(back.months::integer))::date >= calendar.first_on + trail_days
    and calendar.has_interactions

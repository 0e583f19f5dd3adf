-- Question: Is my network turning inward?
-- Grain: one row
-- Params:
--   as_of        | DATE    | -       | last day that counts
-- Columns:
--   is_ringing         | BOOLEAN | -      | the alarm rings: it is not silent, and one of its two reasons holds
--   is_rising          | BOOLEAN | -      | home share of the last 90 days more than 5 points above the highest of four before
--   is_inward          | BOOLEAN | -      | six weeks without a first interaction with anybody outside the home industry
--   silence            | VARCHAR | -      | why it cannot ring: home, young or quiet; NULL: it can
--   home_label         | VARCHAR | -      | the user's own industry in words
--   home_share         | DOUBLE  | 0..1   | part of the known minutes of the last 90 days inside it
--   highest_before     | DOUBLE  | 0..1   | the highest of the four 90 days before
--   threshold          | DOUBLE  | 0..1   | highest_before and 5 points: above it the alarm rings
--   last_new_on        | DATE    | -      | latest first interaction with somebody outside; unknown counts as outside
--   days_without_new   | BIGINT  | days   | how long ago that was; NULL: there was none
--   interactions       | BIGINT  | -      | interactions in the last 90 days; under 5 it is silent
--   record_days        | BIGINT  | days   | length of the record; under 450 it is silent
with
params as (
    select $as_of::date as as_of
),

-- Part 0 is the last 90 days, 1 to 4 are the four before.
part as (
    select
        (params.as_of - counted_day.occurred_on) // 90 as part,
        counted_day.industry = home.industry as is_home,
        sum(counted_day.minutes) as minutes
    from model.counted_day() as counted_day
    cross join model.home
    cross join params
    where counted_day.industry is not null
        and counted_day.occurred_on <= params.as_of and counted_day.occurred_on > params.as_of - 450
    group by (params.as_of - counted_day.occurred_on) // 90, counted_day.industry = home.industry
),

part_share as (
    select
        part,
        coalesce(sum(minutes) filter (is_home), 0) / nullif(sum(minutes), 0) as home_share
    from part
    group by part
),

risen as (
    select
        max(home_share) filter (part = 0) as home_share,
        max(home_share) filter (part > 0) as highest_before
    from part_share
),

first_time as (
    select min(contact_day.occurred_on) as first_on
    from model.contact_day
    inner join model.contact on contact_day.contact_id = contact.contact_id
    cross join model.home
    cross join params
    where not contact.is_private and contact.industry is distinct from home.industry
        and contact_day.minutes > 0 and contact_day.occurred_on <= params.as_of
    group by contact_day.contact_id
),

newest as (
    select max(first_on) as last_new_on
    from first_time
),

happened as (
    select count(*) as interactions
    from model.interaction
    cross join params
    where interaction.minutes > 0
        and interaction.occurred_on <= params.as_of and interaction.occurred_on > params.as_of - 90
),

judged as (
    select
        home.industry,
        risen.home_share,
        risen.highest_before,
        newest.last_new_on,
        happened.interactions,
        case when calendar.has_interactions then params.as_of - calendar.first_on + 1 else 0 end as record_days,
        params.as_of - newest.last_new_on as days_without_new,
        coalesce(risen.home_share > risen.highest_before + 0.05, false) as is_rising,
        coalesce(params.as_of - newest.last_new_on >= 42, true) as is_inward
    from params
    cross join model.calendar
    cross join model.home
    cross join risen
    cross join newest
    cross join happened
),

heard as (
    select
        *,
        case
            when industry is null then 'home'
            when record_days < 450 then 'young'
            when interactions < 5 then 'quiet'
        end as silence
    from judged
)

select
    heard.silence is null and (heard.is_rising or heard.is_inward) as is_ringing,
    heard.is_rising,
    heard.is_inward,
    heard.silence,
    industry.short_label as home_label,
    case when heard.industry is not null then heard.home_share end as home_share,
    case when heard.industry is not null then heard.highest_before end as highest_before,
    case when heard.industry is not null then heard.highest_before + 0.05 end as threshold,
    heard.last_new_on,
    heard.days_without_new::bigint as days_without_new,
    heard.interactions,
    heard.record_days::bigint as record_days
from heard
left join model.industry on heard.industry = industry.industry

-- Question: What is in this workspace, and up to which day?
-- Grain: one row
-- Columns:
--   contacts         | BIGINT  | people | contacts
--   imports          | BIGINT  | -      | imports that were not undone
--   first_on         | DATE    | -      | first day on which anything happened
--   last_on          | DATE    | -      | last day on which anything happened: as_of by default
--   has_interactions | BOOLEAN | -      | false: people can be counted, time cannot
--   home_industry    | VARCHAR | -      | code of the user's own industry; NULL: not known
--   home_source      | VARCHAR | -      | where that is known from
--   time_zone        | VARCHAR | -      | zone of days and hours
--   known_calendar_share | DOUBLE | 0..1 | part of past calendar minutes, colleagues' left out, whose industry is known
with
calendar_time as (
    select
        sum(participation.minutes) as minutes,
        sum(participation.minutes) filter (contact.industry is not null) as known_minutes
    from model.participation
    inner join model.contact on participation.contact_id = contact.contact_id
    where participation.channel = 'meeting' and not participation.is_colleague
)

select
    (select count(*) from model.contact) as contacts,
    (select count(distinct import_part.import_id) from model.import_part) as imports,
    calendar.first_on,
    calendar.last_on,
    calendar.has_interactions,
    home.industry as home_industry,
    home.source as home_source,
    setting.time_zone,
    coalesce(calendar_time.known_minutes, 0) / nullif(calendar_time.minutes, 0) as known_calendar_share
from model.calendar
cross join model.home
cross join model.setting
cross join calendar_time

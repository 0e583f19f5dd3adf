-- Question: Through whom did my introductions come?
-- Grain: one row per introducer who introduced somebody, the most introductions first
-- Params:
--   today       | DATE    | -    | the day it is
--   within_days | INTEGER | days | introductions in so many days up to today; one of which nobody says the day counts too
-- Columns:
--   introducer         | VARCHAR | -    | who introduced you; NULL: no longer in the files
--   introducer_id      | VARCHAR | -    | their contact id
--   introducer_key     | VARCHAR | -    | their identity key; NULL: only an address book names them
--   introductions      | BIGINT  | -    | people they introduced you to
--   introduction_share | DOUBLE  | 0..1 | part of all introductions
--   asks               | BIGINT  | -    | how often they were asked in that time
--   last_introduced_on | DATE    | -    | the latest
with
params as (
    select
        $today::date as today,
        $within_days::integer as within_days
),

counted as (
    select
        coalesce(introduction.introducer_id, introduction.introducer_key, introduction.introducer_name) as person,
        max(introduction.introducer_id) as contact_id,
        min(introduction.introducer_key) as identity_key,
        max(introduction.introducer_name) as introducer,
        count(*) as introductions,
        max(introduction.introduced_on) as last_introduced_on
    from model.introduction
    cross join params
    where coalesce(
            introduction.introduced_on between params.today - params.within_days + 1 and params.today,
            introduction.introduced_on is null
        )
    group by coalesce(introduction.introducer_id, introduction.introducer_key, introduction.introducer_name)
),

asked as (
    select
        coalesce(intro_request.contact_id, intro_request.identity_key) as person,
        count(*) as asks
    from model.intro_request
    cross join params
    where intro_request.asked_on between params.today - params.within_days + 1 and params.today
    group by coalesce(intro_request.contact_id, intro_request.identity_key)
)

select
    counted.introducer,
    counted.contact_id as introducer_id,
    counted.identity_key as introducer_key,
    counted.introductions,
    counted.introductions / sum(counted.introductions) over () as introduction_share,
    coalesce(asked.asks, 0) as asks,
    counted.last_introduced_on
from counted
left join asked on counted.person = asked.person
order by counted.introductions desc, counted.last_introduced_on desc, counted.person

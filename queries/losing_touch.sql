-- Question: Which warm ties are cooling without anybody noticing?
-- Grain: one row per contact without a cadence whose tie was warm 90 days ago, is weaker by 5 or more, and saw nothing in
--   the last 45 days; the greatest loss first
-- Params:
--   today        | DATE    | -    | the day it is
--   people       | INTEGER | -    | how many are listed
-- Columns:
--   contact_id          | VARCHAR | -      | short id, for addresses of pages
--   identity_key        | VARCHAR | -      | the key decisions are kept under
--   full_name           | VARCHAR | -      | name, or the address where no name is known
--   company             | VARCHAR | -      | employer
--   industry_label      | VARCHAR | -      | the industry in words
--   strength            | DOUBLE  | 0..100 | how warm the tie is
--   strength_before     | DOUBLE  | 0..100 | the same 90 days ago
--   last_interaction_on | DATE    | -      | last real interaction
--   typical_minutes     | DOUBLE  | minutes | the median of a day together, in two years
with
params as (
    select
        $today::date as today,
        $people::integer as people
)

select
    touch.contact_id,
    touch.identity_key,
    coalesce(touch.full_name, touch.email, 'No name known') as full_name,
    touch.company,
    coalesce(industry.short_label, 'Not known') as industry_label,
    touch.strength,
    before.strength as strength_before,
    touch.last_on as last_interaction_on,
    touch.typical_minutes
from params
cross join model.touch((select params.today from params)) as touch
inner join model.tie((select params.today - 90 from params)) as before on touch.contact_id = before.contact_id
cross join model.setting
left join model.industry on touch.industry = industry.industry
where touch.said_days is null and not touch.is_colleague
    and before.strength >= setting.warm_from
    and before.strength - touch.strength >= 5
    and touch.last_on <= params.today - 45
order by before.strength - touch.strength desc, touch.contact_id
limit (select params.people from params)

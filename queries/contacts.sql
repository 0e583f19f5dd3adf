-- Question: Who are my contacts, and what is known of each?
-- Grain: one row per contact, most time in the window first
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of the window that ends on as_of
--   industry     | VARCHAR | -       | only this industry; "unknown" for those without; NULL for all
-- Columns:
--   contact_id          | VARCHAR | -       | short id, for addresses of pages
--   identity_key        | VARCHAR | -       | the key decisions are kept under
--   full_name           | VARCHAR | -       | name as the newest file writes it
--   company             | VARCHAR | -       | employer
--   position            | VARCHAR | -       | job title
--   industry            | VARCHAR | -       | code in the taxonomy; NULL: not known
--   industry_label      | VARCHAR | -       | the industry in words
--   industry_confidence | DOUBLE  | 0..1    | 1: the user said so; from .8 sure; from .3 likely
--   industry_layer      | VARCHAR | -       | label, file, employer, domain, name or unknown
--   industry_evidence   | VARCHAR | -       | what the industry rests on, in words
--   is_colleague        | BOOLEAN | -       | works at the user's present employer
--   is_private          | BOOLEAN | -       | marked "not networking"
--   is_never_suggested  | BOOLEAN | -       | marked "never suggest"
--   is_vanished         | BOOLEAN | -       | no longer in the newest export
--   strength            | DOUBLE  | 0..100  | how warm the tie is; NULL: no interaction on record
--   minutes             | DOUBLE  | minutes | time in the window, colleagues' time included
--   share               | DOUBLE  | 0..1    | minutes / minutes of all who are listed
--   last_interaction_on | DATE    | -       | latest interaction ever
--   connected_on        | DATE    | -       | day of the LinkedIn connection
--   email               | VARCHAR | -       | an address
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $industry::varchar as industry
),

met as (
    select
        contact_day.contact_id,
        sum(contact_day.minutes + contact_day.colleague_minutes) as minutes
    from model.contact_day
    cross join params
    where contact_day.occurred_on <= params.as_of and contact_day.occurred_on > params.as_of - params.window_days
    group by contact_day.contact_id
)

select
    contact.contact_id,
    contact.identity_key,
    contact.full_name,
    contact.company,
    contact.position,
    contact.industry,
    coalesce(industry.short_label, 'Not known') as industry_label,
    contact.industry_confidence,
    contact.industry_layer,
    contact.industry_evidence,
    contact.is_colleague,
    contact.is_private,
    contact.is_never_suggested,
    contact.is_vanished,
    tie.strength,
    coalesce(met.minutes, 0) as minutes,
    coalesce(met.minutes, 0) / nullif(sum(coalesce(met.minutes, 0)) over (), 0) as share,
    contact.last_interaction_on,
    contact.connected_on,
    contact.email
from model.contact
cross join params
left join met on contact.contact_id = met.contact_id
left join model.tie((select params.as_of from params)) as tie on contact.contact_id = tie.contact_id
left join model.industry on contact.industry = industry.industry
where params.industry is null
    or contact.industry = params.industry
    or (params.industry = 'unknown' and contact.industry is null)
order by coalesce(met.minutes, 0) desc, tie.strength desc nulls last, contact.full_name, contact.contact_id

-- Question: Whom could I call for advice about an industry?
-- Grain: one row per contact who works or worked there: warm, then once strong, then met, then who worked there, then never met;
--   mailboxes that several people share are left out
-- Params:
--   as_of        | DATE    | -    | last day that counts
--   about        | VARCHAR | -    | code of the industry one needs advice about
--   people       | INTEGER | -    | how many are listed
-- Columns:
--   contact_id          | VARCHAR | -       | short id, for addresses of pages
--   full_name           | VARCHAR | -       | name, or the address where no name is known
--   company             | VARCHAR | -       | employer now
--   position            | VARCHAR | -       | job title now
--   standing            | VARCHAR | -       | warm, once strong, met, worked there or never met
--   worked_at           | VARCHAR | -       | the employer there before; NULL: they work there now
--   is_colleague        | BOOLEAN | -       | works at the user's present employer
--   sureness            | VARCHAR | -       | how sure the industry is: sure, likely, unsure
--   strength            | DOUBLE  | 0..100  | how warm the tie is; NULL: no interaction on record
--   minutes_ever        | DOUBLE  | minutes | all time on record
--   last_interaction_on | DATE    | -       | latest interaction up to as_of
with
params as (
    select
        $as_of::date as as_of,
        $about::varchar as industry,
        $people::integer as people
),

informed as (
    select
        contact.contact_id,
        null as worked_at
    from model.contact
    inner join params on contact.industry = params.industry
    union all
    select
        former_industry.contact_id,
        former_industry.company as worked_at
    from model.former_industry
    inner join params on former_industry.industry = params.industry
),

standing as (
    select
        contact.contact_id,
        coalesce(contact.full_name, contact.email, 'No name known') as full_name,
        contact.company,
        contact.position,
        case
            when tie.strength >= setting.warm_from then 'warm'
            when tie.is_dormant_once_strong then 'once strong'
            when informed.worked_at is not null then 'worked there'
            when tie.last_on is not null then 'met'
            else 'never met'
        end as standing,
        informed.worked_at,
        contact.is_colleague,
        case
            when informed.worked_at is not null then 'likely'
            when contact.industry_confidence >= 0.8 then 'sure'
            when contact.industry_confidence >= 0.3 then 'likely'
            else 'unsure'
        end as sureness,
        tie.strength,
        coalesce(tie.minutes_ever, 0) as minutes_ever,
        tie.last_on as last_interaction_on
    from informed
    inner join model.contact on informed.contact_id = contact.contact_id
    cross join model.setting
    left join model.tie((select params.as_of from params)) as tie on informed.contact_id = tie.contact_id
    where not contact.is_private and not contact.is_archived and not contact.is_shared_mailbox
)

select *
from standing
order by
    list_position(['warm', 'once strong', 'met', 'worked there', 'never met'], standing),
    case when standing = 'once strong' then minutes_ever end desc nulls last,
    strength desc nulls last,
    full_name,
    contact_id
limit (select params.people from params)

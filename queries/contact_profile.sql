-- Question: Who is this person, and how close are we?
-- Grain: one row for the person, none if nobody has that id
-- Params:
--   who          | VARCHAR | -       | contact id; ids of before a merge still lead to the person
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of the window that ends on as_of
-- Columns:
--   contact_id           | VARCHAR | -       | the present id
--   identity_key         | VARCHAR | -       | the key decisions are kept under
--   full_name            | VARCHAR | -       | name as the user or the newest file writes it
--   company              | VARCHAR | -       | employer
--   company_key          | VARCHAR | -       | the key a label for the whole company is kept under
--   position             | VARCHAR | -       | job title
--   email                | VARCHAR | -       | an address
--   phone                | VARCHAR | -       | a number
--   profile_url          | VARCHAR | -       | path of the LinkedIn profile
--   industry             | VARCHAR | -       | code in the taxonomy; NULL: not known
--   industry_label       | VARCHAR | -       | the industry in words
--   sureness             | VARCHAR | -       | sure, likely, unsure
--   industry_layer       | VARCHAR | -       | label, file, employer, domain, name, title, model or unknown
--   industry_evidence    | VARCHAR | -       | what the industry rests on, in words
--   label_scope          | VARCHAR | -       | whose label it is: person, company or domain; NULL: nobody labelled
--   label_key            | VARCHAR | -       | the key of that label
--   is_contact           | BOOLEAN | -       | false: only seen, in an audience or in copy; counted nowhere
--   is_added             | BOOLEAN | -       | added by hand
--   is_connection        | BOOLEAN | -       | a LinkedIn connection
--   is_colleague         | BOOLEAN | -       | works at the user's present employer
--   is_private           | BOOLEAN | -       | marked "not networking"
--   is_never_suggested   | BOOLEAN | -       | marked "never suggest"
--   is_archived          | BOOLEAN | -       | marked "archived"
--   is_vanished          | BOOLEAN | -       | no longer in the newest export
--   vanished_on          | DATE    | -       | the day that export was imported; NULL: still listed
--   connected_on         | DATE    | -       | day of the LinkedIn connection
--   strength             | DOUBLE  | 0..100  | how warm the tie is; NULL: no interaction on record
--   minutes              | DOUBLE  | minutes | time in the window, colleagues' time included
--   hours                | DOUBLE  | hours   | the same in hours
--   share                | DOUBLE  | 0..1    | minutes / minutes of all contacts
--   interactions         | BIGINT  | -       | interactions that count, ever
--   first_interaction_on | DATE    | -       | first interaction
--   last_interaction_on  | DATE    | -       | latest interaction
--   note                 | VARCHAR | -       | the user's note
--   noted_on             | DATE    | -       | when it was written
with
params as (
    select
        $who::varchar as asked_id,
        $as_of::date as as_of,
        $window_days::integer as window_days
),

found as (
    select arg_min(identity.contact_id, (identity.contact_id != params.asked_id, identity.contact_id)) as contact_id
    from model.identity
    cross join params
    where params.asked_id in (identity.contact_id, identity.alias_id)
),

met as (
    select
        contact_day.contact_id,
        sum(contact_day.minutes + contact_day.colleague_minutes) as minutes
    from model.contact_day
    cross join params
    where contact_day.occurred_on <= params.as_of and contact_day.occurred_on > params.as_of - params.window_days
    group by contact_day.contact_id
),

met_all as (
    select sum(met.minutes) as minutes
    from met
),

own_label as (
    select
        identity.contact_id,
        arg_max(label.scope_key, label.decision_no) as label_key
    from model.identity
    inner join found on identity.contact_id = found.contact_id
    inner join model.label on identity.identity_key = label.scope_key
    where label.scope = 'person' and label.industry is not null
    group by identity.contact_id
),

by_hand as (
    select distinct identity.contact_id
    from model.identity
    inner join model.added_person on identity.who = added_person.who
)

select
    person.contact_id,
    person.identity_key,
    coalesce(contact.full_name, person.full_name) as full_name,
    person.company,
    person.company_key,
    coalesce(contact.position, case when contact.contact_id is null then person.position end) as position,
    person.email,
    person.phone,
    person.profile_url,
    contact.industry,
    coalesce(industry.label, 'Not known') as industry_label,
    case
        when contact.industry is null then 'unsure'
        when contact.industry_confidence >= 0.8 then 'sure'
        else 'likely'
    end as sureness,
    coalesce(contact.industry_layer, 'unknown') as industry_layer,
    nullif(contact.industry_evidence, '') as industry_evidence,
    case
        when coalesce(contact.industry_layer, '') != 'label' then null
        when own_label.label_key is not null then 'person'
        when contact.industry_evidence = 'you said so of ' || contact.company then 'company'
        else 'domain'
    end as label_scope,
    case
        when coalesce(contact.industry_layer, '') != 'label' then null
        when own_label.label_key is not null then own_label.label_key
        when contact.industry_evidence = 'you said so of ' || contact.company then contact.company_key
        else contact.domain
    end as label_key,
    contact.contact_id is not null as is_contact,
    by_hand.contact_id is not null as is_added,
    person.is_connection,
    coalesce(contact.is_colleague, false) as is_colleague,
    coalesce(contact.is_private, false) as is_private,
    coalesce(contact.is_never_suggested, false) as is_never_suggested,
    coalesce(contact.is_archived, false) as is_archived,
    person.is_vanished,
    person.vanished_on,
    person.connected_on,
    tie.strength,
    coalesce(met.minutes, 0) as minutes,
    coalesce(met.minutes, 0) / 60 as hours,
    coalesce(met.minutes, 0) / nullif(met_all.minutes, 0) as share,
    coalesce(contact.interactions, 0) as interactions,
    contact.first_interaction_on,
    contact.last_interaction_on,
    contact_note.note,
    contact_note.noted_on
from model.person
inner join found on person.contact_id = found.contact_id
cross join params
cross join met_all
left join model.contact on person.contact_id = contact.contact_id
left join model.industry on contact.industry = industry.industry
left join own_label on person.contact_id = own_label.contact_id
left join by_hand on person.contact_id = by_hand.contact_id
left join met on person.contact_id = met.contact_id
left join model.tie((select params.as_of from params)) as tie on person.contact_id = tie.contact_id
left join model.contact_note on person.contact_id = contact_note.contact_id
order by person.contact_id

-- Question: Who are my contacts, and what is known of each?
-- Grain: one row per contact, most time in the window first
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of the window that ends on as_of
--   industry     | VARCHAR | -       | only this industry; "unknown" for those without; NULL for all
--   search       | VARCHAR | -       | only those whose name, company, position or address has words that begin so
--   function     | VARCHAR | -       | only this function, a key such as "sales"; NULL for all
--   ties         | VARCHAR | -       | all, warm, dormant (met before, not in the window), or unsure of the industry
--   first        | INTEGER | people  | how many to give
-- Columns:
--   contact_id          | VARCHAR | -       | short id, for addresses of pages
--   identity_key        | VARCHAR | -       | the key decisions are kept under
--   full_name           | VARCHAR | -       | name as the user or the newest file writes it
--   company             | VARCHAR | -       | employer
--   position            | VARCHAR | -       | job title
--   industry            | VARCHAR | -       | code in the taxonomy; NULL: not known
--   industry_label      | VARCHAR | -       | the industry in words
--   industry_confidence | DOUBLE  | 0..1    | 1: the user said so; from .8 sure; from .3 likely
--   sureness            | VARCHAR | -       | the confidence in a word: sure, likely, unsure
--   industry_layer      | VARCHAR | -       | label, file, employer, domain, name, title, model or unknown
--   industry_evidence   | VARCHAR | -       | what the industry rests on, in words
--   is_colleague        | BOOLEAN | -       | works at the user's present employer
--   is_private          | BOOLEAN | -       | marked "not networking"
--   is_never_suggested  | BOOLEAN | -       | marked "never suggest"
--   is_archived         | BOOLEAN | -       | marked "archived"
--   is_vanished         | BOOLEAN | -       | no longer in the newest export
--   vanished_on         | DATE    | -       | the day that export was imported; NULL: still listed
--   is_warm             | BOOLEAN | -       | tie strength of a warm tie or more
--   is_dormant          | BOOLEAN | -       | interactions on record, none in the window
--   strength            | DOUBLE  | 0..100  | how warm the tie is; NULL: no interaction on record
--   minutes             | DOUBLE  | minutes | time in the window, colleagues' time included
--   share               | DOUBLE  | 0..1    | minutes / minutes of all who are listed
--   last_interaction_on | DATE    | -       | latest interaction ever
--   connected_on        | DATE    | -       | day of the LinkedIn connection
--   email               | VARCHAR | -       | an address
--   matches             | BIGINT  | people  | how many there are in all
--   function_key        | VARCHAR | -       | what the person does, by the job title; NULL: the title does not say
--   function_label      | VARCHAR | -       | the function in words
--   first_industry      | VARCHAR | -       | best guess of the industry, also where it is left blank
--   second_industry     | VARCHAR | -       | second best guess
--   third_industry      | VARCHAR | -       | third best guess
with
params as (
    select
        as_of,
        window_days,
        industry,
        function,
        search,
        ties,
        first_people,
        string_split(coalesce(keys.words(search), search), ' ') as words
    from (
        select
            $as_of::date as as_of,
            $window_days::integer as window_days,
            $industry::varchar as industry,
            $function::varchar as function,
            nullif(trim($search::varchar), '') as search,
            $ties::varchar as ties,
            $first::integer as first_people
    ) as given
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

-- Only a search needs the words of fifty thousand people.
named as (
    select person_text.contact_id
    from model.person_text
    cross join params
    where params.search is not null
        and list_bool_and(list_transform(params.words, lambda word: contains(person_text.search_text, ' ' || word)))
),

described as (
    select
        contact.*,
        case
            when contact.industry is null then 'unsure'
            when contact.industry_confidence >= 0.8 then 'sure'
            else 'likely'
        end as sureness,
        tie.strength,
        coalesce(tie.strength >= setting.warm_from, false) as is_warm,
        contact.last_interaction_on is not null and met.contact_id is null as is_dormant,
        coalesce(met.minutes, 0) as window_minutes
    from model.contact
    cross join params
    cross join model.setting
    left join met on contact.contact_id = met.contact_id
    left join model.tie((select params.as_of from params)) as tie on contact.contact_id = tie.contact_id
    where (
        params.industry is null
        or contact.industry = params.industry
        or (params.industry = 'unknown' and contact.industry is null)
    )
    and (params.function is null or contact.function = params.function)
    and (params.search is null or contact.contact_id in (select named.contact_id from named))
)

select
    described.contact_id,
    described.identity_key,
    described.full_name,
    described.company,
    described.position,
    described.industry,
    coalesce(industry.short_label, 'Not known') as industry_label,
    described.industry_confidence,
    described.sureness,
    described.industry_layer,
    described.industry_evidence,
    described.is_colleague,
    described.is_private,
    described.is_never_suggested,
    described.is_archived,
    described.is_vanished,
    described.vanished_on,
    described.is_warm,
    described.is_dormant,
    described.strength,
    described.window_minutes as minutes,
    described.window_minutes / nullif(sum(described.window_minutes) over (), 0) as share,
    described.last_interaction_on,
    described.connected_on,
    described.email,
    count(*) over () as matches,
    described.function as function_key,
    function.label as function_label,
    described.industry_guesses[1].industry as first_industry,
    described.industry_guesses[2].industry as second_industry,
    described.industry_guesses[3].industry as third_industry
from described
cross join params
left join model.industry on described.industry = industry.industry
left join model.function on described.function = function.function
where params.ties = 'all'
    or (params.ties = 'warm' and described.is_warm)
    or (params.ties = 'dormant' and described.is_dormant)
    or (params.ties = 'unsure' and described.sureness = 'unsure')
order by described.window_minutes desc, described.strength desc nulls last, described.full_name, described.contact_id
limit (select params.first_people from params)

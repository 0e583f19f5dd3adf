-- Question: Which labels would make most of my time's industry sure?
-- Grain: one row per company, else mail domain, else person, most weight first
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of the window that ends on as_of
--   weighting    | VARCHAR | -       | minutes, people or warm
--   sureness     | VARCHAR | -       | unsure, likely, or yours: those that were labelled
--   most         | INTEGER | -       | rows at the most
-- Columns:
--   scope           | VARCHAR | -     | company, domain or person: for whom a label holds
--   scope_key       | VARCHAR | -     | key of the label, for decisions
--   label           | VARCHAR | -     | company, domain or person in words; people of one name with what tells them apart
--   known_by        | VARCHAR | -     | what tells it from others of the name: address or profile; who works there
--   people          | BIGINT  | people | contacts behind it, colleagues and private left out
--   weight          | DOUBLE  | -     | minutes, people or warm ties behind it, as chosen
--   industry        | VARCHAR | -     | code of what holds now; NULL: left blank
--   evidence        | VARCHAR | -     | what the first guess rests on; empty: nothing
--   first_industry  | VARCHAR | -     | code of the best guess; NULL: none
--   second_industry | VARCHAR | -     | code of the next best
--   third_industry  | VARCHAR | -     | code of the third best
--   known_share     | DOUBLE  | 0..1  | part of all the weight whose industry is known now
--   known_after     | DOUBLE  | 0..1  | the same once this row and those above it are labelled
--   rows_in_all     | BIGINT  | -     | how many rows there are
--   weight_in_all   | DOUBLE  | 0..1  | part of all the weight behind all of them
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting,
        $sureness::varchar as sureness,
        $most::integer as most
),

weighed as (
    select
        contact_weight.contact_id,
        contact_weight.weight
    from params
    cross join model.contact_weight(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as contact_weight
    where contact_weight.is_counted
),

judged as (
    select
        weighed.weight,
        contact.*,
        case
            when contact.industry_layer = 'label' then 'yours'
            when contact.industry is null then 'unsure'
            when contact.industry_confidence < 0.8 then 'likely'
            else 'sure'
        end as sureness,
        case
            when contact.company_key is not null then 'company'
            when contact.domain is not null then 'domain'
            else 'person'
        end as scope
    from weighed
    inner join model.contact on weighed.contact_id = contact.contact_id
),

total as (
    select
        nullif(sum(weight), 0) as weight,
        coalesce(sum(weight) filter (industry is not null), 0) as known_weight
    from judged
),

-- Where nothing tells, what is most common in this network is the best guess.
common as (
    select list(industry order by weight desc, industry)[1:3] as industries
    from (
        select
            industry,
            sum(weight) as weight
        from judged
        where industry is not null
        group by industry
    ) as known
),

behind as (
    select
        judged.scope,
        coalesce(judged.company_key, judged.domain, judged.identity_key) as scope_key,
        arg_max(coalesce(judged.company, judged.domain, judged.full_name), (judged.weight, judged.contact_id)) as label,
        list(judged.full_name order by judged.weight desc, judged.full_name, judged.contact_id)
            filter (judged.full_name is not null)[1:2] as names,
        arg_max(judged.domain, (judged.weight, judged.contact_id)) as domain,
        arg_max(judged.position, (judged.weight, judged.contact_id)) as position,
        count(*) as people,
        sum(judged.weight) as weight,
        coalesce(sum(judged.weight) filter (judged.industry is null), 0) as unknown_weight,
        arg_max_null(judged.industry, (judged.weight, judged.contact_id)) as industry,
        arg_max({
            'company': judged.company, 'position': judged.position, 'domain': judged.domain,
            'industry_text': judged.industry_text
        }, (judged.weight, judged.contact_id)) as shown,
        arg_max(judged.industry_guesses, (judged.weight, judged.contact_id)) as guesses
    from judged
    cross join params
    where judged.sureness = params.sureness and (judged.company_key is not null or judged.domain is not null
        or judged.full_name is not null)
    group by judged.scope, coalesce(judged.company_key, judged.domain, judged.identity_key)
),

queued as (
    select
        behind.*,
        total.known_weight / total.weight as known_share,
        (total.known_weight + sum(behind.unknown_weight) over (
            order by behind.weight desc, behind.people desc, behind.scope, behind.scope_key
            rows between unbounded preceding and current row
        )) / total.weight as known_after,
        count(*) over () as rows_in_all,
        count(*) over (partition by behind.label) as namesakes,
        case
            when behind.scope = 'person' then concat_ws(
                ' · ', case when not starts_with(behind.scope_key, 'name:') then keys.said(behind.scope_key) end, behind.position
            )
            else concat_ws(' · ', nullif(behind.domain, behind.label), concat(
                array_to_string(behind.names, ', '),
                case when behind.people > len(behind.names) then printf(' and %d more', behind.people - len(behind.names)) end
            ))
        end as known_by,
        sum(behind.weight) over () / total.weight as weight_in_all,
        row_number() over (
            order by behind.weight desc, behind.people desc, behind.scope, behind.scope_key
        ) as place
    from behind
    cross join total
)

select
    queued.scope,
    queued.scope_key,
    case
        when queued.namesakes = 1 then queued.label
        when queued.scope = 'person' then printf('%s (%s)', queued.label, keys.said(queued.scope_key))
        else printf('%s (%s)', queued.label, queued.known_by)
    end as label,
    queued.known_by,
    queued.people,
    queued.weight,
    queued.industry,
    coalesce(industry_guess.evidence, '') as evidence,
    case when len(queued.guesses) > 0 then queued.guesses[1].industry else common.industries[1] end as first_industry,
    case when len(queued.guesses) > 0 then queued.guesses[2].industry else common.industries[2] end as second_industry,
    case when len(queued.guesses) > 0 then queued.guesses[3].industry else common.industries[3] end as third_industry,
    queued.known_share,
    queued.known_after,
    queued.rows_in_all,
    queued.weight_in_all
from queued
cross join params
cross join common
left join model.industry_guess
    on queued.shown.company is not distinct from industry_guess.company
    and queued.shown.position is not distinct from industry_guess.position
    and queued.shown.domain is not distinct from industry_guess.domain
    and queued.shown.industry_text is not distinct from industry_guess.industry_text
where queued.place <= params.most
order by queued.place

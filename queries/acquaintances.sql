-- Question: Whom does this contact know?
-- Grain: one row per person, those I do not know first, then by industry and name
-- Params:
--   who          | VARCHAR | -       | contact id; ids of before a merge still lead to the person
--   people       | INTEGER | people  | how many to give
-- Columns:
--   person_id      | VARCHAR | -      | short id of the person
--   contact_id     | VARCHAR | -      | their own page; NULL: no file of mine names them
--   full_name      | VARCHAR | -      | name
--   company        | VARCHAR | -      | where they work
--   position       | VARCHAR | -      | what they do there
--   industry       | VARCHAR | -      | code of their industry; NULL: not known
--   industry_label | VARCHAR | -      | the same in words
--   sureness       | VARCHAR | -      | how sure that is: sure, likely, unsure
--   certainty      | VARCHAR | -      | known: on a list the contact shared; likely: met only in their company
--   evidence       | VARCHAR | -      | what says so, with a date and a source
--   is_mine        | BOOLEAN | -      | I know them myself
--   unmet          | BIGINT  | people | people in all whom the contact knows and I do not
--   shared         | BIGINT  | people | people in all whom we both know
with
params as (
    select
        $who::varchar as asked_id,
        $people::integer as people
),

found as (
    select arg_min(identity.contact_id, (identity.contact_id != params.asked_id, identity.contact_id)) as contact_id
    from model.identity
    cross join params
    where params.asked_id in (identity.contact_id, identity.alias_id)
),

unmet as (
    select
        introduction_path.person_id,
        introduction_path.contact_id,
        introduction_path.full_name,
        introduction_path.company,
        introduction_path.position,
        introduction_path.industry,
        introduction_path.sureness,
        introduction_path.certainty,
        introduction_path.evidence,
        false as is_mine
    -- Its strengths are not asked for: those of the day before all days cost nothing.
    from model.introduction_path(date '1900-01-01') as introduction_path
    where introduction_path.introducer_id = (select found.contact_id from found)
),

-- Whom the user knows too: no second degree, but the two know each other.
shared as (
    select
        acquaintance.person_id,
        contact.contact_id,
        contact.full_name,
        contact.company,
        contact.position,
        contact.industry,
        case
            when contact.industry is null or contact.industry_confidence < 0.3 then 'unsure'
            when contact.industry_confidence < 0.8 then 'likely'
            else 'sure'
        end as sureness,
        'known' as certainty,
        printf(
            'knows %s (%s%s, imported on %s)',
            contact.full_name,
            coalesce('connected on ' || strftime(acquaintance.connected_on, '%-d %B %Y') || '; ', ''),
            split_part(acquaintance.file_name, '/', -1),
            strftime(acquaintance.stated_on, '%-d %B %Y')
        ) as evidence,
        true as is_mine
    from model.acquaintance
    inner join model.contact on acquaintance.contact_id = contact.contact_id
    where acquaintance.introducer_id = (select found.contact_id from found)
        and acquaintance.person_id not in (select unmet.person_id from unmet)
),

placed as (
    select
        both_known.*,
        count(*) filter (not both_known.is_mine) over () as unmet,
        count(*) filter (both_known.is_mine) over () as shared,
        row_number() over (
            order by
                both_known.is_mine, both_known.industry is null, industry.place, both_known.full_name,
                both_known.person_id
        ) as standing,
        industry.short_label as industry_label
    from (
        select unmet.* from unmet
        union all
        select shared.* from shared
    ) as both_known
    left join model.industry on both_known.industry = industry.industry
)

select
    placed.person_id,
    placed.contact_id,
    placed.full_name,
    placed.company,
    placed.position,
    placed.industry,
    placed.industry_label,
    placed.sureness,
    placed.certainty,
    placed.evidence,
    placed.is_mine,
    placed.unmet,
    placed.shared
from placed
cross join params
where placed.standing <= params.people
order by placed.standing

-- Question: Who is in my contacts twice?
-- Grain: one row per pair of people that no exact key joins but who are probably one; the likely first, then by minutes.
--   Pairs the user called different people are left out. As last compared: the Review page does so when it is opened
-- Params:
--   twin_of          | VARCHAR | -       | contact id: only pairs with that person; NULL: all
--   is_link_too      | BOOLEAN | -       | also the pairs that suggested_links asks about
--   most             | INTEGER | -       | rows at the most
-- Columns:
--   one_id           | VARCHAR | -       | contact id of the one that is better known
--   other_id         | VARCHAR | -       | contact id of the other
--   one_key          | VARCHAR | -       | identity key of the one, for decisions
--   other_key        | VARCHAR | -       | identity key of the other
--   one_name         | VARCHAR | -       | name of the one
--   other_name       | VARCHAR | -       | name of the other
--   one_company      | VARCHAR | -       | employer of the one
--   other_company    | VARCHAR | -       | employer of the other
--   one_position     | VARCHAR | -       | position of the one
--   other_position   | VARCHAR | -       | position of the other
--   one_email        | VARCHAR | -       | address of the one
--   other_email      | VARCHAR | -       | address of the other
--   one_phone        | VARCHAR | -       | phone of the one
--   other_phone      | VARCHAR | -       | phone of the other
--   one_profile      | VARCHAR | -       | LinkedIn profile of the one
--   other_profile    | VARCHAR | -       | LinkedIn profile of the other
--   one_minutes      | DOUBLE  | minutes | all time on record with the one
--   other_minutes    | DOUBLE  | minutes | all time on record with the other
--   score            | DOUBLE  | 0..1    | how probably they are one
--   is_likely        | BOOLEAN | -       | score from .85 on
--   reasons          | VARCHAR | -       | why, in words
--   pairs_in_all     | BIGINT  | -       | how many there are
--   likely_in_all    | BIGINT  | -       | how many of them are likely
with
params as (
    select
        $twin_of::varchar as twin_of,
        $is_link_too::boolean as is_link_too,
        $most::integer as most
),

timed as (
    select
        contact_id,
        sum(minutes + colleague_minutes) as minutes
    from model.contact_day
    group by contact_id
),

-- Keys change hands when files come and go: what was decided holds for the people they now belong to.
key_owner as (
    select distinct
        identity_key,
        contact_id
    from model.identity
),

judged as (
    select
        least(one.contact_id, other.contact_id) as one_id,
        greatest(one.contact_id, other.contact_id) as other_id,
        arg_max_null(person_link.verdict, person_link.decision_no) as verdict
    from decisions.person_link
    inner join key_owner as one on person_link.identity_key = one.identity_key
    inner join key_owner as other on person_link.other_key = other.identity_key
    group by least(one.contact_id, other.contact_id), greatest(one.contact_id, other.contact_id)
),

known as (
    select
        person.*,
        coalesce(timed.minutes, 0) as minutes
    from model.person
    left join timed on person.contact_id = timed.contact_id
),

pair as (
    select
        duplicate_pair.score,
        duplicate_pair.reasons,
        -- First whom a list names, with a profile or at least an employer.
        (a.profile_url is null, a.company is null, not a.is_listed, a.contact_id)
            <= (b.profile_url is null, b.company is null, not b.is_listed, b.contact_id) as is_in_order,
        case when is_in_order then a else b end as one,
        case when is_in_order then b else a end as other
    from model.duplicate_pair
    inner join known as a on duplicate_pair.one_id = a.contact_id
    inner join known as b on duplicate_pair.other_id = b.contact_id
    left join judged
        on duplicate_pair.one_id = judged.one_id
        and duplicate_pair.other_id = judged.other_id
    left join model.suggested_link
        on duplicate_pair.one_id = least(suggested_link.listed_id, suggested_link.addressed_id)
        and duplicate_pair.other_id = greatest(suggested_link.listed_id, suggested_link.addressed_id)
    cross join params
    where judged.verdict is distinct from 'different'
        and (params.is_link_too or suggested_link.listed_id is null)
        and (params.twin_of is null or params.twin_of in (duplicate_pair.one_id, duplicate_pair.other_id))
),

placed as (
    select
        *,
        score >= 0.85 as is_likely,
        row_number() over (
            order by score >= 0.85 desc, one.minutes + other.minutes desc, score desc, one.contact_id, other.contact_id
        ) as place
    from pair
)

select
    placed.one.contact_id as one_id,
    placed.other.contact_id as other_id,
    placed.one.identity_key as one_key,
    placed.other.identity_key as other_key,
    placed.one.full_name as one_name,
    placed.other.full_name as other_name,
    placed.one.company as one_company,
    placed.other.company as other_company,
    placed.one.position as one_position,
    placed.other.position as other_position,
    placed.one.email as one_email,
    placed.other.email as other_email,
    placed.one.phone as one_phone,
    placed.other.phone as other_phone,
    placed.one.profile_url as one_profile,
    placed.other.profile_url as other_profile,
    placed.one.minutes as one_minutes,
    placed.other.minutes as other_minutes,
    placed.score,
    placed.is_likely,
    placed.reasons,
    count(*) over () as pairs_in_all,
    count(*) filter (placed.is_likely) over () as likely_in_all
from placed
cross join params
qualify placed.place <= params.most
order by placed.place

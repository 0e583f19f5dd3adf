-- Question: What is to be decided so that these two are one person?
-- Grain: one row per decision, in the order in which to write them
-- Params:
--   who          | VARCHAR | -       | contact id of the one
--   other        | VARCHAR | -       | contact id of the other
-- Columns:
--   identity_key | VARCHAR | -       | an identity key of one of the two
--   other_key    | VARCHAR | -       | an identity key of the other
--   verdict      | VARCHAR | -       | same, or NULL: an earlier "different people" is taken back
with
params as (
    select
        $who::varchar as one_id,
        $other::varchar as other_id
),

key_owner as (
    select distinct
        identity.identity_key,
        identity.first_key,
        identity.contact_id
    from model.identity
),

named as (
    select
        key_owner.identity_key,
        key_owner.first_key,
        key_owner.contact_id = params.one_id as is_one
    from key_owner
    cross join params
    where key_owner.contact_id in (params.one_id, params.other_id) and params.one_id != params.other_id
),

judged as (
    select
        person_link.identity_key,
        person_link.other_key,
        arg_max_null(person_link.verdict, person_link.decision_no) as verdict
    from decisions.person_link
    inner join named as left_name on person_link.identity_key = left_name.identity_key
    inner join named as right_name
        on person_link.other_key = right_name.identity_key
        and left_name.is_one != right_name.is_one
    group by person_link.identity_key, person_link.other_key
),

decision as (
    select
        identity_key,
        other_key,
        null::varchar as verdict
    from judged
    where verdict = 'different'
    union all
    select
        max(first_key) filter (is_one) as identity_key,
        max(first_key) filter (not is_one) as other_key,
        'same' as verdict
    from named
    having count(distinct is_one) = 2
)

select
    identity_key,
    other_key,
    verdict
from decision
order by verdict nulls first, identity_key, other_key

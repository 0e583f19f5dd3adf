-- Question: What is to be decided so that these namings are somebody else?
-- Grain: one row per decision, in the order in which to write them
-- Params:
--   who          | VARCHAR | -       | contact id of the person to be split
--   namings      | VARCHAR | -       | the identity keys that are somebody else, one a line
-- Columns:
--   identity_key | VARCHAR | -       | a naming that stays, the first of those that go, or the first key of an old link
--   other_key    | VARCHAR | -       | a naming that goes; or, of an old link, one that stays
--   verdict      | VARCHAR | -       | different; same: among those that go
with
params as (
    select
        $who::varchar as asked_id,
        string_split($namings::varchar, chr(10)) as namings
),

found as (
    select arg_min(identity.contact_id, (identity.contact_id != params.asked_id, identity.contact_id)) as contact_id
    from model.identity
    cross join params
    where params.asked_id in (identity.contact_id, identity.alias_id)
),

naming as (
    select distinct
        identity.identity_key,
        list_contains(params.namings, identity.identity_key) as is_going
    from model.identity
    inner join found on identity.contact_id = found.contact_id
    cross join params
),

pair as (
    select
        stays.identity_key,
        goes.identity_key as other_key
    from naming as stays
    cross join naming as goes
    where not stays.is_going and goes.is_going
),

-- The second of a pair loses what both share: it has to be the one that goes. A link written the other way round is ended
--   first, by the same word: so it is known what to go back to.
reversed as (
    select
        person_link.identity_key,
        person_link.other_key,
        arg_max_null(person_link.verdict, person_link.decision_no) as verdict
    from decisions.person_link
    inner join pair
        on person_link.identity_key = pair.other_key
        and person_link.other_key = pair.identity_key
    group by person_link.identity_key, person_link.other_key
),

decision as (
    select
        1 as step,
        identity_key,
        other_key,
        'different' as verdict
    from reversed
    where verdict = 'same'
    union all
    select
        2 as step,
        identity_key,
        other_key,
        'different' as verdict
    from pair
    union all
    -- What they lose to those who stay may be all that joined them to each other.
    select
        3 as step,
        first_of.identity_key,
        naming.identity_key as other_key,
        'same' as verdict
    from naming
    cross join (
        select min(going.identity_key) as identity_key
        from naming as going
        where going.is_going
    ) as first_of
    where naming.is_going and naming.identity_key != first_of.identity_key and exists (
        select 1
        from pair
    )
)

select
    identity_key,
    other_key,
    verdict
from decision
order by step, identity_key, other_key

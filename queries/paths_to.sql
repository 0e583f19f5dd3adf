-- Question: Through whom could I get to know this person better?
-- Grain: one row per contact who knows them, the surest and warmest first; none for who is met alone or on a list of mine
-- Params:
--   who          | VARCHAR | -       | contact id; ids of before a merge still lead to the person
--   as_of        | DATE    | -       | last day that counts
-- Columns:
--   introducer_id       | VARCHAR | -      | contact id of who knows them
--   introducer          | VARCHAR | -      | their name
--   introducer_company  | VARCHAR | -      | where they work
--   strength            | DOUBLE  | 0..100 | how warm the tie to them is; NULL: no interaction on record
--   last_interaction_on | DATE    | -      | latest interaction with them
--   certainty           | VARCHAR | -      | known: on a list they shared; likely: I met the person only in their company
--   evidence            | VARCHAR | -      | what says so, with a date and a source
with
params as (
    select
        $who::varchar as asked_id,
        $as_of::date as as_of
),

found as (
    select arg_min(identity.contact_id, (identity.contact_id != params.asked_id, identity.contact_id)) as contact_id
    from model.identity
    cross join params
    where params.asked_id in (identity.contact_id, identity.alias_id)
)

select
    introduction_path.introducer_id,
    introduction_path.introducer,
    introduction_path.introducer_company,
    introduction_path.strength,
    introduction_path.last_interaction_on,
    introduction_path.certainty,
    introduction_path.evidence
from model.introduction_path((select params.as_of from params)) as introduction_path
where introduction_path.contact_id = (select found.contact_id from found)
order by introduction_path.certainty, introduction_path.strength desc nulls last, introduction_path.introducer_id

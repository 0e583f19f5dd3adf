-- Question: What did I say about who this person is, and is not?
-- Grain: one row per verdict that holds, newest first
-- Params:
--   who          | VARCHAR | -       | contact id; ids of before a merge still lead to the person
-- Columns:
--   identity_key | VARCHAR | -       | the first key of the decision
--   other_key    | VARCHAR | -       | its second key
--   verdict      | VARCHAR | -       | same or different
--   this_naming  | VARCHAR | -       | how this person is named in it
--   other_naming | VARCHAR | -       | how the other one is named in it
--   other_id     | VARCHAR | -       | contact id of the other one: this person's own after a merge
--   decided_on   | DATE    | -       | when
--   before       | VARCHAR | -       | what holds again once it is taken back: same, or NULL: the files decide
with
params as (
    select $who::varchar as asked_id
),

found as (
    select arg_min(identity.contact_id, (identity.contact_id != params.asked_id, identity.contact_id)) as contact_id
    from model.identity
    cross join params
    where params.asked_id in (identity.contact_id, identity.alias_id)
),

judged as (
    select
        arg_max(identity_key, decision_no) as identity_key,
        arg_max(other_key, decision_no) as other_key,
        arg_max_null(verdict, decision_no) as verdict,
        max(decision_no) as decision_no,
        max(decided_at)::date as decided_on
    from decisions.person_link
    group by least(identity_key, other_key), greatest(identity_key, other_key)
),

-- Whom a split parted may have been one by the user's word: that holds again without the split.
lined as (
    select
        least(identity_key, other_key) as low_key,
        greatest(identity_key, other_key) as high_key,
        verdict,
        decision_no,
        max(decision_no) filter (verdict is distinct from 'different') over (
            partition by least(identity_key, other_key), greatest(identity_key, other_key)
        ) as last_other_no
    from decisions.person_link
),

parted as (
    select
        low_key,
        high_key,
        verdict
    from lined
    where decision_no = last_other_no
),

key_owner as (
    select
        identity.identity_key,
        any_value(identity.contact_id) as contact_id,
        min(case
            when mention.full_name is null then coalesce(mention.email, mention.profile_url)
            else mention.full_name || coalesce(' (' || coalesce(mention.email, mention.profile_url) || ')', '')
        end) as naming
    from model.identity
    inner join model.mention on identity.who = mention.who
    where identity.identity_key in (
        select judged.identity_key
        from judged
        union
        select judged.other_key
        from judged
    )
    group by identity.identity_key
)

select
    judged.identity_key,
    judged.other_key,
    judged.verdict,
    case when one.contact_id = found.contact_id then one.naming else other.naming end as this_naming,
    case when one.contact_id = found.contact_id then other.naming else one.naming end as other_naming,
    case when one.contact_id = found.contact_id then other.contact_id else one.contact_id end as other_id,
    judged.decided_on,
    case when judged.verdict = 'different' then parted.verdict end as before
from judged
left join parted
    on least(judged.identity_key, judged.other_key) = parted.low_key
    and greatest(judged.identity_key, judged.other_key) = parted.high_key
inner join key_owner as one on judged.identity_key = one.identity_key
inner join key_owner as other on judged.other_key = other.identity_key
inner join found on found.contact_id in (one.contact_id, other.contact_id)
where judged.verdict is not null
order by judged.decision_no desc

-- Table: the labels the user gave that hold
-- Grain: one row per scope and key
-- Reads: decisions.industry_label, model.added_person, model.mention
with
given as (
    select
        scope,
        scope_key,
        arg_max_null(industry, decision_no) as industry,
        max(decision_no) as decision_no
    from decisions.industry_label
    group by scope, scope_key
),

-- Said when the contact was added by hand: a label given since goes before it.
said_at_adding as (
    select
        'person' as scope,
        mention.identity_key as scope_key,
        arg_max(added_person.industry, added_person.decision_no) as industry,
        max(added_person.decision_no) as decision_no
    from model.added_person
    inner join model.mention on added_person.who = mention.who
    where added_person.industry is not null
    group by mention.identity_key
)

select
    coalesce(given.scope, said_at_adding.scope) as scope,
    coalesce(given.scope_key, said_at_adding.scope_key) as scope_key,
    coalesce(given.industry, said_at_adding.industry) as industry,
    case
        when given.industry is null and said_at_adding.industry is not null then said_at_adding.decision_no
        else given.decision_no
    end as decision_no
from given
full join said_at_adding
    on given.scope = said_at_adding.scope
    and given.scope_key = said_at_adding.scope_key

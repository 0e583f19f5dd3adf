-- Table: which mentions are one person
-- Grain: one row per who
-- Reads: model.mention, model.shared_key
with recursive
-- Each round every person takes the smallest mark among those who share a key with them, until none changes.
reached (who, mark) using key (who) as (
    select
        who,
        who as mark
    from model.mention
    union
    select
        member.who,
        min(best.mark) as mark
    from (
        select
            shared_key.shared_key,
            min(reached.mark) as mark
        from reached
        inner join model.shared_key on reached.who = shared_key.who
        group by shared_key.shared_key
    ) as best
    inner join model.shared_key as member on best.shared_key = member.shared_key
    inner join recurring.reached as now on member.who = now.who
    group by member.who
    having min(best.mark) < min(now.mark)
),

component as (
    select
        reached.mark,
        reached.who,
        mention.identity_key,
        (mention.import_id, mention.part_no, mention.line, mention.identity_key) as place
    from reached
    inner join model.mention on reached.who = mention.who
),

-- A person's id is the short hash of the first key by which they were ever seen.
named as (
    select
        mark,
        arg_min(identity_key, place) as first_key
    from component
    group by mark
)

select
    component.who,
    component.identity_key,
    keys.short(component.identity_key) as alias_id,
    named.first_key,
    keys.short(named.first_key) as contact_id
from component
inner join named on component.mark = named.mark

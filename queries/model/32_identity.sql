-- Table: which mentions are one person
-- Grain: one row per who
-- Reads: model.mention, model.shared_key
with recursive
-- A key joins its mentions to the first of them; a key that only one has joins nobody.
hub as (
    select
        shared_key,
        min(who) as hub
    from model.shared_key
    group by shared_key
    having count(*) > 1
),

tied as materialized (
    select distinct
        shared_key.who,
        hub.hub
    from model.shared_key
    inner join hub on shared_key.shared_key = hub.shared_key
),

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
            tied.hub,
            min(reached.mark) as mark
        from reached
        inner join tied on reached.who = tied.who
        group by tied.hub
    ) as best
    inner join tied as member on best.hub = member.hub
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

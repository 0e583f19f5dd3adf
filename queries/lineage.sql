-- Question: Who came to me through whom?
-- Grain: one row per person of a line: who introduced somebody, and whom; below each the people they brought. The longest
--   lines first
-- Params:
--   most | INTEGER | - | rows listed
-- Columns:
--   place          | BIGINT  | - | row of the tree, from the top
--   parent_place   | BIGINT  | - | row of who introduced them; NULL: the head of a line
--   generation     | INTEGER | - | 0 is the head of a line
--   person         | VARCHAR | - | their name; NULL: no longer in your files
--   person_id      | VARCHAR | - | their contact id; NULL: not a contact
--   industry_label | VARCHAR | - | where they work
--   brought        | BIGINT  | - | people they introduced you to
--   source         | VARCHAR | - | who says so: an ask, you said so, an address book; NULL: the head of a line
--   introduced_on  | DATE    | - | when, or since when you know them
with recursive
params as (
    select $most::integer as most
),

link as (
    select
        person_id,
        coalesce(introducer_id, introducer_key, introducer_name) as introducer,
        introducer_id,
        introducer_name,
        source,
        introduced_on
    from model.introduction
    where person_id is not null
),

brought as (
    select
        introducer,
        any_value(introducer_id) as introducer_id,
        any_value(introducer_name) as introducer_name,
        count(*) as people
    from link
    group by introducer
),

-- Whoever was introduced is no head; of two who introduced each other the first is taken for one.
below as (
    select link.person_id
    from link
    left join link as back
        on link.introducer = back.person_id
        and link.person_id = back.introducer
    where back.person_id is null or link.person_id > link.introducer
),

tree as (
    select
        brought.introducer as node,
        brought.introducer as head,
        null::varchar as parent,
        0 as generation,
        [brought.introducer] as path
    from brought
    where brought.introducer not in (select below.person_id from below)
    union all
    select
        link.person_id as node,
        tree.head,
        tree.node as parent,
        tree.generation + 1 as generation,
        list_append(tree.path, coalesce(strftime(link.introduced_on, '%Y-%m-%d'), '9999') || ' ' || link.person_id) as path
    from tree
    inner join link on tree.node = link.introducer
    where tree.generation < 9 and link.person_id != tree.head
),

sized as (
    select
        *,
        count(*) over (partition by head) as head_size
    from tree
),

placed as (
    select
        *,
        row_number() over (order by head_size desc, head, path) as place
    from sized
)

select
    placed.place,
    parent.place as parent_place,
    placed.generation,
    coalesce(contact.full_name, brought.introducer_name) as person,
    contact.contact_id as person_id,
    industry.short_label as industry_label,
    coalesce(brought.people, 0) as brought,
    case when placed.parent is not null then link.source end as source,
    case when placed.parent is not null then link.introduced_on end as introduced_on
from placed
cross join params
left join placed as parent
    on placed.parent = parent.node
    and placed.head = parent.head
left join model.contact on placed.node = contact.contact_id
left join brought on placed.node = brought.introducer
left join link on placed.node = link.person_id
left join model.industry on contact.industry = industry.industry
where placed.place <= params.most
order by placed.place

-- Question: Which pairs were not looked at when people who are there twice were searched?
-- Grain: one row per group of people who all share something, the most pairs first. Pairs of it that also share
--   something rarer were looked at, and a pair may stand in two groups: the numbers are upper limits
-- Params:
--   most             | INTEGER | -       | rows at the most
-- Columns:
--   group_key        | VARCHAR | -       | tells the groups apart
--   kind             | VARCHAR | -       | what they share, a letter: p phone, n name, a letters, h employer and family name,
--                                        l address, k and c sound, i initial, e employer and one word
--   people           | INTEGER | people  | how many share it
--   pairs            | BIGINT  | -       | pairs of them, not looked at
--   is_too_many      | BOOLEAN | -       | more than are looked at of one key; else more than are looked at in one go
--   contact_id       | VARCHAR | -       | one of them
--   full_name        | VARCHAR | -       | the name of that one
--   pairs_in_all     | BIGINT  | -       | of all groups
--   groups_in_all    | BIGINT  | -       | how many there are
with
params as (
    select $most::integer as most
),

placed as (
    select
        duplicate_skipped.*,
        person.full_name,
        row_number() over (order by duplicate_skipped.pairs desc, duplicate_skipped.group_no) as place
    from model.duplicate_skipped
    left join model.person on duplicate_skipped.contact_id = person.contact_id
)

select
    placed.group_no::varchar as group_key,
    placed.kind,
    placed.people,
    placed.pairs,
    placed.is_too_many,
    placed.contact_id,
    placed.full_name,
    (sum(placed.pairs) over ())::bigint as pairs_in_all,
    count(*) over () as groups_in_all
from placed
cross join params
qualify placed.place <= params.most
order by placed.place

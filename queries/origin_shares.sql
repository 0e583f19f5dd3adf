-- Question: How did I come to know my contacts, and how much rests on one person who introduces me?
-- Grain: one row; colleagues and who is not networking are left out
-- Columns:
--   contacts             | BIGINT  | -    | people you know
--   introduced           | BIGINT  | -    | somebody introduced you: an ask, your word or an address book says so
--   by_myself            | BIGINT  | -    | you said you introduced yourself
--   unknown              | BIGINT  | -    | nobody says how you met
--   known                | BIGINT  | -    | introduced and by yourself together
--   known_needed         | INTEGER | -    | from so many on a share is told
--   self_share           | DOUBLE  | 0..1 | by yourself / known; NULL: too few to say
--   self_line            | DOUBLE  | 0..1 | above it a network resembles its owner too much (Uzzi and Dunlap 2005)
--   introductions        | BIGINT  | -    | introductions on record, those of which nobody is known yet among them
--   introducers          | BIGINT  | -    | people who made them
--   broker               | VARCHAR | -    | who made most
--   broker_introductions | BIGINT  | -    | how many
--   broker_share         | DOUBLE  | 0..1 | their part; NULL: too few to say
with
origin as (
    select
        contact.contact_id,
        case
            when introduction.person_id is not null then 'introduced'
            when contact_origin.origin = 'myself' then 'myself'
            else 'unknown'
        end as origin
    from model.contact
    left join model.introduction on contact.contact_id = introduction.person_id
    left join model.contact_origin on contact.contact_id = contact_origin.contact_id
    where not contact.is_private and not contact.is_colleague
),

counted as (
    select
        count(*) as contacts,
        count(*) filter (origin = 'introduced') as introduced,
        count(*) filter (origin = 'myself') as by_myself,
        count(*) filter (origin = 'unknown') as unknown,
        count(*) filter (origin != 'unknown') as known
    from origin
),

made as (
    select
        coalesce(introducer_id, introducer_key, introducer_name) as who,
        max(introducer_name) as introducer,
        count(*) as introductions
    from model.introduction
    group by coalesce(introducer_id, introducer_key, introducer_name)
),

summed as (
    select
        coalesce(sum(introductions), 0)::bigint as introductions,
        count(*) as introducers,
        arg_max(introducer, (introductions, who)) as broker,
        coalesce(max(introductions), 0) as broker_introductions
    from made
)

select
    counted.contacts,
    counted.introduced,
    counted.by_myself,
    counted.unknown,
    counted.known,
    10 as known_needed,
    case when counted.known >= 10 then counted.by_myself / counted.known end as self_share,
    0.65::double as self_line,
    summed.introductions,
    summed.introducers,
    summed.broker,
    summed.broker_introductions,
    case when summed.introductions >= 10 then summed.broker_introductions / summed.introductions end as broker_share
from counted
cross join summed

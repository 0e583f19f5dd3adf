-- Question: When did I last see this person, and what for?
-- Grain: one row per interaction of the person, newest first, those to come last
-- Params:
--   who          | VARCHAR | -       | contact id; ids of before a merge still lead to the person
--   first        | INTEGER | rows    | how many to give
-- Columns:
--   import_id     | INTEGER   | -       | the import that brought it
--   occurrence_no | INTEGER   | -       | its number within the import
--   occurred_on   | DATE      | -       | day, in the workspace's zone
--   what          | VARCHAR   | -       | meeting, call, or who wrote, in words
--   channel       | VARCHAR   | -       | meeting, call, mail, message or invitation
--   direction     | VARCHAR   | -       | in: they wrote, out: the user did; NULL: spoken, or not known
--   minutes       | DOUBLE    | minutes | this person's part
--   others        | BIGINT    | people  | how many shared it with the user
--   counts_not    | VARCHAR   | -       | why it counts nothing; NULL: it counts
--   file          | VARCHAR   | -       | the file that says so, or that the user told it
--   line          | INTEGER   | -       | row or line in that file; NULL: told by the user
--   on_record     | BIGINT    | -       | how many there are in all
--   to_come       | BIGINT    | -       | how many of them have not happened yet: they stand last
with
params as (
    select
        $who::varchar as asked_id,
        $first::integer as first_rows
),

found as (
    select arg_min(identity.contact_id, (identity.contact_id != params.asked_id, identity.contact_id)) as contact_id
    from model.identity
    cross join params
    where params.asked_id in (identity.contact_id, identity.alias_id)
),

present as (
    select presence.*
    from model.presence
    where presence.contact_id = (select found.contact_id from found)
),

counted as (
    select participation.*
    from model.participation
    where participation.contact_id = (select found.contact_id from found)
),

told as (
    select
        0 as import_id,
        row_number() over (order by own_entry.decided_at, own_entry.entry_key)::integer as occurrence_no,
        own_entry.happened_on as occurred_on,
        own_entry.happened_on + interval 12 hours as starts_at,
        concat_ws(': ', upper(left(own_entry.channel, 1)) || substr(own_entry.channel, 2), own_entry.note) as what,
        own_entry.channel,
        case when not own_entry.is_spoken then 'out' end as direction,
        case when own_entry.is_on_file then 0 else own_entry.minutes end as minutes,
        1 as others,
        case
            when own_entry.is_on_file then 'also in a file'
            when own_entry.is_colleague then 'with a colleague'
        end as counts_not,
        'told by you' as file,
        null::integer as line
    from model.own_entry
    where own_entry.contact_id = (select found.contact_id from found)
),

happened as (
    select
        interaction.import_id,
        interaction.occurrence_no,
        interaction.occurred_on,
        case
            when interaction.channel in ('meeting', 'call')
                then upper(left(interaction.channel::varchar, 1)) || substr(interaction.channel::varchar, 2)
            when interaction.is_mine then 'You wrote: ' || interaction.channel::varchar
            when present.is_theirs then 'They wrote: ' || interaction.channel::varchar
            else upper(left(interaction.channel::varchar, 1)) || substr(interaction.channel::varchar, 2)
        end as what,
        interaction.channel::varchar as channel,
        case
            when interaction.channel in ('meeting', 'call') then null
            when interaction.is_mine then 'out'
            when present.is_theirs then 'in'
        end as direction,
        coalesce(counted.minutes, 0) as minutes,
        interaction.others,
        case
            when interaction.exclusion is not null then interaction.exclusion
            when present.status = 'declined' then 'declined by them'
            when present.is_copied then 'only in copy'
            when counted.is_colleague then 'with a colleague'
            when coalesce(counted.minutes, 0) = 0 then 'has no minutes'
        end as counts_not,
        import_part.file,
        interaction.line,
        interaction.starts_at,
        coalesce(interaction.exclusion = 'not yet happened', false) as is_to_come
    from present
    inner join model.interaction
        on present.import_id = interaction.import_id
        and present.occurrence_no = interaction.occurrence_no
    left join counted
        on present.import_id = counted.import_id
        and present.occurrence_no = counted.occurrence_no
    left join model.import_part
        on interaction.import_id = import_part.import_id
        and interaction.part_no = import_part.part_no
    union all by name
    select
        *,
        false as is_to_come
    from told
)

select
    * exclude (starts_at, is_to_come),
    count(*) over () as on_record,
    count(*) filter (is_to_come) over () as to_come
from happened
order by is_to_come, starts_at desc, import_id desc, occurrence_no desc
limit (select params.first_rows from params)

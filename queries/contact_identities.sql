-- Question: Which namings make this person, and what joins them?
-- Grain: one row per identity key of the person, the first that was ever seen first
-- Params:
--   who          | VARCHAR | -       | contact id; ids of before a merge still lead to the person
-- Columns:
--   identity_key  | VARCHAR | -       | what decisions name it by
--   named_as      | VARCHAR | -       | the names, as written
--   known_by      | VARCHAR | -       | profile address, e-mail address or employer
--   joined_by     | VARCHAR | -       | what it shares with the other namings, in words; NULL: nothing
--   is_first      | BOOLEAN | -       | the naming that gives the person the id
--   file          | VARCHAR | -       | where it occurs first; NULL: added by hand
--   line          | INTEGER | -       | row or line in that file
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

mine as (
    select
        mention.*,
        identity.first_key
    from model.mention
    inner join model.identity on mention.who = identity.who
    where identity.contact_id = (select found.contact_id from found)
),

key_of as (
    select
        mine.identity_key,
        shared_key.shared_key
    from mine
    inner join model.shared_key on mine.who = shared_key.who
    group by mine.identity_key, shared_key.shared_key
),

joint as (
    select
        identity_key,
        case split_part(shared_key, ':', 1)
            when 'link' then 'you said so'
            when 'url' then 'same profile'
            when 'mail' then 'same e-mail address'
            when 'at' then 'same name and employer'
            when 'row' then 'same row of a newer copy'
            else 'same name'
        end as reason
    from key_of
    qualify count(*) over (partition by shared_key) > 1
),

reason as (
    select
        identity_key,
        string_agg(distinct reason, ', ' order by reason) as joined_by
    from joint
    group by identity_key
),

naming as (
    select
        identity_key,
        string_agg(distinct full_name, ' / ' order by full_name) as named_as,
        coalesce(min(email), min(profile_url), min(company_key)) as known_by,
        identity_key = any_value(first_key) as is_first,
        arg_min(struct_pack(import_id, part_no, line), (import_id, part_no, line)) as first_row
    from mine
    group by identity_key
)

select
    naming.identity_key,
    naming.named_as,
    naming.known_by,
    reason.joined_by,
    naming.is_first,
    import_part.file,
    case when import_part.file is not null then naming.first_row.line end as line
from naming
left join reason on naming.identity_key = reason.identity_key
left join model.import_part
    on naming.first_row.import_id = import_part.import_id
    and naming.first_row.part_no = import_part.part_no
order by naming.is_first desc, naming.first_row, naming.identity_key

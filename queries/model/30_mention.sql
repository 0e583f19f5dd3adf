-- Table: everybody named anywhere, once per way of being named, with the keys of that naming. Rows that a newer file
--   replaced stay: they say by what employer or address somebody was known
-- Grain: one row per who
-- Reads: records.person, records.part, records.mention, model.added_person, model.person_row, model.mail_provider
with
named as (
    select
        person.who,
        person.import_id,
        person.part_no,
        person.line,
        person.profile_url,
        person.email,
        person.name_key,
        person.company_key,
        person.full_name,
        true as is_listed,
        part.kind = 'linkedin_connections' as is_connection,
        person.is_self
    from records.person
    inner join records.part
        on person.import_id = part.import_id
        and person.part_no = part.part_no
    where person.profile_url is not null or person.email is not null or person.name_key is not null
    union all by name
    select
        who,
        import_id,
        part_no,
        line,
        profile_url,
        email,
        name_key,
        company_key,
        full_name,
        true as is_listed,
        false as is_connection,
        false as is_self
    from model.added_person
    where profile_url is not null or email is not null or name_key is not null
    union all by name
    select
        who,
        import_id,
        part_no,
        line,
        profile_url,
        email,
        name_key,
        null as company_key,
        full_name,
        false as is_listed,
        false as is_connection,
        false as is_self
    from records.mention
    where profile_url is not null or email is not null or name_key is not null
),

grouped as (
    select
        who,
        arg_min(struct_pack(import_id, part_no, line), (import_id, part_no, line)) as first_row,
        any_value(profile_url) as profile_url,
        any_value(email) as email,
        any_value(name_key) as name_key,
        any_value(company_key) as company_key,
        min(full_name) as full_name,
        bool_or(is_listed) as is_listed,
        bool_or(not is_listed) as is_met,
        bool_or(is_connection) as is_connection,
        bool_or(is_self) as is_self
    from named
    group by who
),

once as (
    select
        grouped.*,
        grouped.is_met or grouped.who in (select person_row.who from model.person_row) as is_current
    from grouped
),

-- An address with two names that do not contain each other (info@, an assistant, a couple) is nobody's key. Names that
--   all contain each other do so in the order of their length: compared with the next shorter only, not each with each.
email_name as (
    select
        email,
        string_split(name_key, ' ') as words
    from once
    where email is not null and name_key is not null and is_current
    group by email, name_key
),

shared_email as (
    select distinct email
    from (
        select
            email,
            words,
            lag(words, 1, []) over (partition by email order by len(list_distinct(words)), words) as shorter
        from email_name
    ) as ordered
    where not list_has_all(words, shorter)
)

select
    once.who,
    once.first_row.import_id,
    once.first_row.part_no,
    once.first_row.line,
    once.profile_url,
    once.email,
    once.name_key,
    once.company_key,
    once.full_name,
    once.is_listed,
    once.is_connection,
    once.is_self,
    once.is_current,
    shared_email.email is not null as is_shared_email,
    -- "dana.fox@siemens.com" says its name: good enough to compare, never shown as one.
    coalesce(once.name_key, case
        when regexp_matches(once.email, '^[^\x00-@\x5b-\x60\x7b-\x7f]{2,}([._-][^\x00-@\x5b-\x60\x7b-\x7f]{2,})+@')
            then keys.words(split_part(once.email, '@', 1))
    end) as matched_name,
    case when mail_provider.domain is null then keys.domain_label(keys.domain(once.email)) end as domain_label,
    case
        when once.profile_url is not null then 'url:' || once.profile_url
        when once.email is not null and shared_email.email is null then 'mail:' || once.email
        when once.email is not null then concat_ws('|', 'mail:' || once.email, once.name_key)
        when once.company_key is not null then concat_ws('|', 'name:' || once.name_key, once.company_key)
        else 'name:' || once.name_key
    end as identity_key
from once
left join shared_email on once.email = shared_email.email
left join model.mail_provider on keys.domain(once.email) = mail_provider.domain

-- The people named in the staged interactions, each once, with their keys. Older message files give a sender's profile
-- address and no recipient's: a bare full name that belongs to one profile address of the same file is that person.
with
named as (
    select
        min(line) as line,
        name,
        email as written_email,
        profile_url as written_url
    from staged_participant
    group by all
),

keyed as (
    select
        line,
        name,
        written_email,
        written_url,
        keys.url(written_url) as profile_url,
        keys.email(written_email) as email,
        case when not keys.is_no_name(name) and not contains(name, '@') then keys.name(name) end as name_key
    from named
),

profile_name as (
    select
        name_key,
        min(profile_url) as profile_url
    from keyed
    where profile_url is not null and contains(name_key, ' ')
    group by name_key
    having count(distinct profile_url) = 1
),

resolved as (
    select
        keyed.line,
        keyed.name,
        keyed.written_email,
        keyed.written_url,
        coalesce(keyed.profile_url, profile_name.profile_url) as profile_url,
        keyed.email,
        keyed.name_key
    from keyed
    left join profile_name
        on keyed.name_key = profile_name.name_key
        and keyed.profile_url is null
        and keyed.email is null
)

select
    line,
    name,
    written_email,
    written_url,
    profile_url,
    email,
    name_key,
    keys.hash(concat_ws('|', profile_url, '', email, '', name_key, '')) as who
from resolved

-- The people named in the staged interactions, each once, with their keys.
with
named as (
    select
        min(line) as line,
        name,
        email as written_email,
        profile_url as written_url
    from staged_participant
    group by all
)

select
    line,
    name,
    written_email,
    written_url,
    keys.url(written_url) as profile_url,
    keys.email(written_email) as email,
    case when not keys.is_no_name(name) and not contains(name, '@') then keys.name(name) end as name_key,
    keys.hash(concat_ws('|', keys.url(written_url), '', keys.email(written_email), '',
        case when not keys.is_no_name(name) and not contains(name, '@') then keys.name(name) end, '')) as who
from named

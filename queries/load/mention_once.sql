-- The people named in the staged interactions, each way of being named once, at its first row.
select
    min(line) as line,
    who,
    any_value(name) as full_name,
    any_value(profile_url) as profile_url,
    any_value(email) as email,
    any_value(name_key) as name_key
from staged_mention
group by who

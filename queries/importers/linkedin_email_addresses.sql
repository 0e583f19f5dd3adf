-- LinkedIn Email Addresses.csv: the user's own addresses, one a row.
select
    line,
    case when keys.email(email) is null then 'no e-mail address' end as refusal,
    'email' as refusal_column,
    email as refusal_value,
    email as content,
    true as is_self,
    null::varchar as full_name,
    null::varchar as profile_url,
    email,
    null::varchar as phone,
    null::varchar as company,
    null::varchar as position,
    null::varchar as industry_text,
    null::date as connected_on
from staged

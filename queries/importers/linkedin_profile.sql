-- LinkedIn Profile.csv: the user, one row. It names their industry.
select
    line,
    case when first_name is null and last_name is null and industry is null then 'empty row' end as refusal,
    null::varchar as refusal_column,
    null::varchar as refusal_value,
    concat_ws('|', first_name, last_name, headline, industry) as content,
    true as is_self,
    keys.filled(concat_ws(' ', first_name, last_name)) as full_name,
    null::varchar as profile_url,
    null::varchar as email,
    null::varchar as phone,
    null::varchar as company,
    headline as position,
    industry as industry_text,
    null::date as connected_on
from staged

-- LinkedIn Recommendations_Received.csv and Recommendations_Given.csv: one row per recommendation, with the employer of
-- that time. The text is not read.
with
named as (
    select
        *,
        keys.filled(concat_ws(' ', first_name, last_name)) as written_name
    from staged
)

select
    line,
    case
        when written_name is null and company is null and position is null then 'empty row'
        when keys.is_no_name(written_name) or keys.name(written_name) is null then 'nobody named'
    end as refusal,
    'first_name' as refusal_column,
    written_name as refusal_value,
    concat_ws('|', written_name, company, position, status) as content,
    false as is_self,
    written_name as full_name,
    null::varchar as profile_url,
    null::varchar as email,
    null::varchar as phone,
    company,
    position,
    null::varchar as industry_text,
    null::date as connected_on
from named

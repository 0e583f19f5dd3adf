-- A spreadsheet of contacts with any header: one row per person.
with
row_read as (
    select
        *,
        coalesce(keys.filled(concat_ws(' ', first_name, middle_name, last_name)), full_name) as written_name
    from staged
),

named as (
    select
        *,
        case
            when keys.is_no_name(written_name) then null
            when keys.name(written_name) is null and keys.email(email) is null and keys.url(profile_url) is null then null
            when first_name is null and last_name is null and regexp_matches(written_name, '^[^,]+, [^,]*[a-z][^,]*$')
                then regexp_replace(written_name, '^([^,]+), (.+)$', '\2 \1')
            else written_name
        end as name_read
    from row_read
)

select
    line,
    case
        when name_read is null and email is null and phone is null and profile_url is null and company is null
            and position is null
            then 'empty row'
    end as refusal,
    null::varchar as refusal_column,
    null::varchar as refusal_value,
    case when email is not null and keys.email(email) is null then 'not an e-mail address' end as note,
    'email' as note_column,
    email as note_value,
    concat_ws('|', name_read, profile_url, email, phone, company, position, industry, connected_on) as content,
    false as is_self,
    name_read as full_name,
    profile_url,
    email,
    phone,
    company,
    position,
    industry as industry_text,
    -- Years of two digits first: %Y takes "18" for the year 18.
    try_strptime(connected_on, ['%Y-%m-%d', '%d %b %y', '%d %b %Y', '%d.%m.%y', '%d.%m.%Y', '%d-%b-%y'])::date as connected_on
from named

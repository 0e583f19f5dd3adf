-- A spreadsheet of contacts with any header: one row per person.
with
row_read as (
    select
        *,
        coalesce(keys.filled(concat_ws(' ', first_name, middle_name, last_name)), full_name) as written_name,
        -- A cell may hold several addresses.
        list_filter(
            string_split_regex(concat_ws(';', email, email_2, email_3), '[;,]'), lambda address: keys.email(address) is not null
        ) as addresses,
        -- Years of two digits first: %Y takes "18" for the year 18.
        coalesce(
            case
                when is_day_first then try_strptime(connected_on, ['%d/%m/%y', '%d/%m/%Y', '%d-%m-%y', '%d-%m-%Y'])
                when not is_day_first then try_strptime(connected_on, ['%m/%d/%y', '%m/%d/%Y', '%m-%d-%y', '%m-%d-%Y'])
            end::date,
            try_strptime(connected_on, ['%d %b %y', '%d %b %Y', '%d.%m.%y', '%d.%m.%Y', '%d-%b-%y', '%b %d, %Y', '%B %d, %Y'])::date,
            case
                when regexp_matches(connected_on, '^\d{4}\D') then try_strptime(connected_on, ['%Y-%m-%d', '%Y/%m/%d', '%Y-%m-%d %H:%M:%S'])
            end::date,
            keys.month_name_date(connected_on)
        ) as connected_date
    from staged
),

named as (
    select
        *,
        case
            when keys.is_no_name(written_name) then null
            when keys.name(written_name) is null and len(addresses) = 0 and keys.url(profile_url) is null then null
            when first_name is null and last_name is null and regexp_matches(written_name, '^[^,]+, [^,]*[a-z][^,]*$')
                then regexp_replace(written_name, '^([^,]+), (.+)$', '\2 \1')
            else written_name
        end as name_read
    from row_read
)

select
    line,
    case
        when name_read is null and coalesce(email, email_2, email_3, phone, phone_2) is null and profile_url is null
            and company is null and position is null
            then 'empty row'
    end as refusal,
    null::varchar as refusal_column,
    null::varchar as refusal_value,
    -- One note a row.
    case
        when coalesce(email, email_2, email_3) is not null and len(addresses) = 0 then 'not an e-mail address'
        when connected_date is not null or connected_on is null then null
        when is_day_first is null and regexp_matches(connected_on, '^\s*\d{1,2}[/-]\d{1,2}[/-]\d')
            then 'day and month cannot be told apart'
        else 'unreadable date'
    end as note,
    case
        when coalesce(email, email_2, email_3) is null or len(addresses) > 0 then 'connected_on'
        when email is not null then 'email'
        when email_2 is not null then 'email_2'
        else 'email_3'
    end as note_column,
    case when len(addresses) = 0 then coalesce(email, email_2, email_3, connected_on) else connected_on end as note_value,
    concat_ws('|', name_read, profile_url, email, phone, company, position, industry, connected_on, email_2, email_3, phone_2)
        as content,
    false as is_self,
    name_read as full_name,
    profile_url,
    trim(addresses[1]) as email,
    coalesce(phone, phone_2) as phone,
    company,
    position,
    industry as industry_text,
    connected_date as connected_on,
    addresses[2:] as other_emails
from named

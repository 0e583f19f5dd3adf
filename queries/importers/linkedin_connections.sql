-- LinkedIn Connections.csv: one row per connection. A row without a name is kept and never becomes a contact, not even
-- by an address.
-- An unreadable "Connected On" costs the cell, not the row.
with
row_read as (
    select
        *,
        keys.filled(concat_ws(' ', first_name, last_name)) as written_name,
        -- Years of two digits first: %Y takes "18" for the year 18.
        coalesce(
            -- A spreadsheet program turns "05 Mar 2024" into "3/5/2024" or "05/03/24".
            case
                when is_day_first then try_strptime(connected_on, ['%d/%m/%y', '%d/%m/%Y', '%d-%m-%y', '%d-%m-%Y'])
                when not is_day_first then try_strptime(connected_on, ['%m/%d/%y', '%m/%d/%Y', '%m-%d-%y', '%m-%d-%Y'])
            end::date,
            try_strptime(connected_on, ['%d %b %y', '%d %b %Y', '%d-%b-%y', '%d-%b-%Y', '%d %B %Y', '%d.%m.%y', '%d.%m.%Y'])::date,
            case when regexp_matches(connected_on, '^\d{4}-') then try_strptime(connected_on, '%Y-%m-%d') end::date,
            keys.month_name_date(connected_on)
        ) as connected_date
    from staged
),

named as (
    select
        *,
        -- "- -" is nobody, unless a profile address says who.
        case
            when not keys.is_no_name(written_name)
                -- Not "or": that would work out the name of everybody.
                and case when keys.url(profile_url) is null then keys.name(written_name) is not null else true end
                then written_name
        end as full_name
    from row_read
)

select
    line,
    case
        when profile_url is null and email is null and full_name is null and company is null and position is null
            and connected_on is null
            then 'empty row'
    end as refusal,
    null::varchar as refusal_column,
    null::varchar as refusal_value,
    case
        when connected_on is not null and connected_date is null and is_day_first is null
            and regexp_matches(connected_on, '^\s*\d{1,2}[/-]\d{1,2}[/-]\d')
            then 'day and month cannot be told apart'
        when connected_on is not null and connected_date is null then 'unreadable date'
    end as note,
    case when connected_on is not null and connected_date is null then 'connected_on' end as note_column,
    connected_on as note_value,
    concat_ws('|', full_name, profile_url, email, company, position, connected_on) as content,
    false as is_self,
    full_name,
    profile_url,
    case when full_name is not null then email end as email,
    null::varchar as phone,
    company,
    position,
    null::varchar as industry_text,
    connected_date as connected_on
from named

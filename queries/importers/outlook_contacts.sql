-- Outlook contacts CSV: one row per person. A mailbox of the own company stands there as "/o=Exchange…": its address, if
-- at all, is in the name shown, "Dana Fox (dana@siemens.com)".
with
card as (
    select
        *,
        keys.filled(concat_ws(' ', first_name, middle_name, last_name)) as written_name,
        list_transform(
            [[email_1, shown_1], [email_2, shown_2], [email_3, shown_3]],
            lambda cells: coalesce(
                keys.email(regexp_replace(cells[1], '^(smtp|mailto):', '', 'i')),
                keys.email(nullif(regexp_extract(coalesce(cells[2], ''), '([^\s()<>;,]+@[^\s()<>;,]+)', 1), ''))
            )
        ) as emails
    from staged
),

read as (
    select
        *,
        list_filter(emails, lambda email: email is not null) as addresses,
        case
            when email_1 is not null and emails[1] is null then email_1
            when email_2 is not null and emails[2] is null then email_2
            when email_3 is not null and emails[3] is null then email_3
        end as no_address
    from card
)

select
    line,
    case
        when written_name is null and email_1 is null and email_2 is null and email_3 is null and company is null
            and position is null and coalesce(mobile_phone, business_phone, home_phone) is null
            then 'empty row'
    end as refusal,
    null::varchar as refusal_column,
    null::varchar as refusal_value,
    case when no_address is not null then 'not an e-mail address' end as note,
    case no_address when email_1 then 'email_1' when email_2 then 'email_2' else 'email_3' end as note_column,
    no_address as note_value,
    concat_ws(
        '|', written_name, emails::varchar, mobile_phone, business_phone, home_phone, company, position, web_page, referred_by
    ) as content,
    false as is_self,
    case when not keys.is_no_name(written_name) then written_name end as full_name,
    web_page as profile_url,
    addresses[1] as email,
    coalesce(mobile_phone, business_phone, home_phone) as phone,
    company,
    position,
    null::varchar as industry_text,
    null::date as connected_on,
    addresses[2:] as other_emails,
    referred_by
from read

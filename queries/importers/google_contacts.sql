-- Google Contacts CSV: one row per person. A cell may hold several values (" ::: "), the main one marked ("* ").
with
card as (
    select
        * replace (
            keys.filled(split_part(company, ':::', 1)) as company,
            keys.filled(split_part(position, ':::', 1)) as position
        ),
        coalesce(
            keys.filled(concat_ws(' ', first_name, middle_name, last_name)), full_name, nickname
        ) as written_name,
        list_transform(
            string_split(concat_ws(
                ' ::: ', email_1, email_2, email_3, email_4, email_5, email_6, email_7, email_8, email_9
            ), ':::'),
            lambda cell: regexp_replace(trim(cell), '^\*\s+', '')
        ) as emails,
        list_transform(
            string_split(concat_ws(' ::: ', phone_1, phone_2, phone_3), ':::'),
            lambda cell: keys.filled(regexp_replace(cell, '[\x{202a}-\x{202e}\x{2066}-\x{2069}]', '', 'g'))
        ) as phones,
        list_filter(
            string_split(concat_ws(' ::: ', website_1, website_2, website_3, website_4), ':::'),
            lambda cell: keys.url(cell) is not null
        ) as profiles
    from staged
),

read as (
    select
        *,
        list_filter(emails, lambda email: keys.email(email) is not null) as addresses,
        list_filter(emails, lambda email: email != '' and keys.email(email) is null) as no_addresses
    from card
)

select
    line,
    case
        when written_name is null and emails = [''] and phones = [null] and company is null and position is null
            and len(profiles) = 0
            then 'empty row'
    end as refusal,
    null::varchar as refusal_column,
    null::varchar as refusal_value,
    case when len(no_addresses) > 0 then 'not an e-mail address' end as note,
    'email_1' as note_column,
    no_addresses[1] as note_value,
    concat_ws('|', written_name, emails::varchar, phones::varchar, profiles::varchar, company, position) as content,
    false as is_self,
    case when not keys.is_no_name(written_name) then written_name end as full_name,
    profiles[1] as profile_url,
    addresses[1] as email,
    phones[1] as phone,
    company,
    position,
    null::varchar as industry_text,
    null::date as connected_on,
    addresses[2:] as other_emails
from read

-- LinkedIn Contacts.csv and ImportedContacts.csv: one row per person of an uploaded address book. Several values stand in
-- one cell, with commas between them: "Acme, Inc." is one company.
with
card as (
    select
        *,
        coalesce(keys.filled(concat_ws(' ', first_name, last_name)), full_name) as written_name,
        keys.filled(regexp_extract(
            companies, '^([^,;]+(?:,\s*(?:inc|ltd|llc|llp|plc|corp|co|gmbh|ag|sa|s\.a|s\.p\.a|bv|b\.v)\b\.?)?)', 1, 'i'
        )) as company,
        list_filter(
            list_transform(string_split_regex(coalesce(emails, ''), '[,;\s]+'), lambda address: trim(address)),
            lambda address: address != ''
        ) as written_emails,
        keys.filled(regexp_extract(phones, '^([^,;]+)', 1)) as phone,
        keys.filled(regexp_extract(
            concat_ws(',', profiles, sites), '((?:https?://)?(?:[\w-]+\.)?linkedin\.[a-z.]+/(?:in|pub)/[^,;\s]+)', 1, 'i'
        )) as profile_url
    from staged
),

read as (
    select
        *,
        list_filter(written_emails, lambda address: keys.email(address) is not null) as addresses,
        list_filter(written_emails, lambda address: keys.email(address) is null) as no_addresses
    from card
)

select
    line,
    case
        when written_name is null and len(written_emails) = 0 and phone is null and company is null and position is null
            and profile_url is null
            then 'empty row'
    end as refusal,
    null::varchar as refusal_column,
    null::varchar as refusal_value,
    case when len(no_addresses) > 0 then 'not an e-mail address' end as note,
    'emails' as note_column,
    no_addresses[1] as note_value,
    concat_ws('|', written_name, emails, phones, companies, position, profile_url) as content,
    false as is_self,
    case when not keys.is_no_name(written_name) then written_name end as full_name,
    profile_url,
    addresses[1] as email,
    phone,
    company,
    position,
    null::varchar as industry_text,
    null::date as connected_on,
    addresses[2:] as other_emails
from read

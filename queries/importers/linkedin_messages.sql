-- LinkedIn messages.csv: one row per message. Text and subject are not read. Whose they are is found out later.
with
message as (
    select
        *,
        coalesce(
            try_strptime(sent_at, '%Y-%m-%d %H:%M:%S UTC'),     -- as LinkedIn writes it: the others cost three times as much
            try_strptime(
                replace(replace(sent_at, ' UTC', ''), 'T', ' '), ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y-%m-%d %H:%M:%S.%f', '%Y-%m-%d']
            )
        ) as starts_at,
        case
            when keys.is_no_name(sender) and not contains(coalesce(sender_url, ''), '/') then null
            else {'role': 'from', 'name': sender, 'email': null::varchar, 'profile_url': sender_url,
                'status': null::varchar, 'kind': 'person'}
        end as author
    from staged
)

select
    line,
    case
        when conversation is null and sender is null and recipients is null and sent_at is null then 'empty row'
        when lower(is_draft) in ('true', 'yes') then 'draft, never sent'
        when starts_at is null then 'unreadable date'
    end as refusal,
    case when lower(is_draft) in ('true', 'yes') then 'is_draft' else 'sent_at' end as refusal_column,
    case when lower(is_draft) in ('true', 'yes') then is_draft else sent_at end as refusal_value,
    concat_ws('|', conversation, coalesce(sender_url, sender), sent_at) as row_text,
    concat_ws('|', recipients, recipient_urls, is_draft) as content,
    starts_at,
    null::double as minutes,
    'message' as channel,
    false as is_all_day,
    false as is_cancelled,
    list_filter(list_concat(
        [author],
        case
            when recipient_urls is null
                then list_transform(
                    -- "Ada Fox, Bob Hill" are two people, "Bob Hill, MBA" is one: each must have two words.
                    case when regexp_matches(recipients, '^\s*[^\s,]+ [^,]+(,\s*[^\s,]+ [^,]+)+$')
                        then list_transform(string_split(recipients, ','), lambda part: trim(part))
                        else [recipients] end,
                    lambda r: {'role': 'to', 'name': r, 'email': null::varchar, 'profile_url': null::varchar,
                        'status': null::varchar, 'kind': 'person'}
                )
            when not contains(recipient_urls, ',')
                then [{'role': 'to', 'name': recipients, 'email': null::varchar, 'profile_url': recipient_urls,
                    'status': null::varchar, 'kind': 'person'}]
            else list_transform(
                string_split(recipient_urls, ','),
                lambda u: {'role': 'to', 'name': null::varchar, 'email': null::varchar, 'profile_url': u,
                    'status': null::varchar, 'kind': 'person'}
            )
        end
    ), lambda p: p is not null and (p.name is not null or p.profile_url is not null)) as people
from message

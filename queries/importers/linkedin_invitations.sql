-- LinkedIn Invitations.csv: one row per invitation, sent or received. It takes no minutes.
with
invitation as (
    select
        *,
        -- The last five: as a spreadsheet program writes it back.
        try_strptime(replace(sent_at, chr(8239), ' '), [
            '%m/%d/%y, %I:%M %p', '%m/%d/%Y, %I:%M %p', '%Y-%m-%d %H:%M:%S UTC', '%m/%d/%y %H:%M', '%m/%d/%Y %H:%M',
            '%d.%m.%y %H:%M', '%d.%m.%Y %H:%M', '%Y-%m-%d %H:%M:%S'
        ]) as starts_at
    from staged
)

select
    line,
    case
        when sender is null and recipient is null and sender_url is null and recipient_url is null then 'empty row'
        when starts_at is null then 'unreadable date'
    end as refusal,
    'sent_at' as refusal_column,
    sent_at as refusal_value,
    concat_ws('|', coalesce(sender_url, sender), coalesce(recipient_url, recipient), sent_at) as row_text,
    direction as content,
    starts_at,
    0::double as minutes,
    'invitation' as channel,
    false as is_all_day,
    false as is_cancelled,
    list_filter([
        {'role': 'from', 'name': sender, 'email': null::varchar, 'profile_url': sender_url,
            'status': null::varchar, 'kind': 'person'},
        {'role': 'to', 'name': recipient, 'email': null::varchar, 'profile_url': recipient_url,
            'status': null::varchar, 'kind': 'person'}
    ], lambda p: p.name is not null or p.profile_url is not null) as people
from invitation

-- A spreadsheet of interactions: date, person, minutes, channel. One row per interaction with one or several people.
-- Where neither the column nor the user tells day and month apart, no row with such a date is taken: half the meetings
-- would move. Years of two digits are tried first: %Y takes "18" for the year 18. Several people stand in one cell with
-- ; & "and" or "und" between them; but "von und zu" is one family, and who has one address only is one person, unless
-- both sides are full names.
with
dated as (
    select
        staged.*,
        coalesce(
            -- With a zone of its own, as programs write it.
            case
                when regexp_matches(date, '^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$')
                    then timezone(time_zone, try_cast(date as timestamptz))
            end,
            try_strptime(date, ['%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S', '%Y-%m-%d %H:%M', '%Y/%m/%d %H:%M']),
            case
                when is_day_first
                    then try_strptime(dotted_date, ['%d.%m.%Y %H:%M:%S', '%d.%m.%y %H:%M', '%d.%m.%Y %H:%M'])
                when not is_day_first then try_strptime(
                    dotted_date, ['%m.%d.%Y %H:%M:%S', '%m.%d.%y %H:%M', '%m.%d.%Y %H:%M', '%m.%d.%Y %I:%M %p']
                )
            end,
            coalesce(
                try_strptime(date, ['%Y-%m-%d', '%Y/%m/%d', '%Y%m%d', '%d %b %y', '%d %b %Y', '%b %d, %Y', '%d %B %Y', '%B %d, %Y']),
                case
                    when is_day_first then try_strptime(dotted_date, ['%d.%m.%y', '%d.%m.%Y'])
                    when not is_day_first then try_strptime(dotted_date, ['%m.%d.%y', '%m.%d.%Y'])
                end,
                keys.month_name_date(date)::timestamp
            ) + interval 12 hour
        ) as written_start,
        coalesce(
            try_cast(replace(regexp_extract(minutes, '^\s*([0-9]+([.,][0-9]+)?)\s*(m|min|mins|minutes|minuten)?\.?\s*$', 1),
                ',', '.') as double),
            60 * try_cast(replace(regexp_extract(coalesce(hours, minutes), '^\s*([0-9]+([.,][0-9]+)?)\s*(h|hr|hrs|hours|std)?\.?\s*$', 1),
                ',', '.') as double),
            -- "1:30", and "01:30:00" as a workbook has it.
            60 * try_cast(regexp_extract(coalesce(hours, minutes), '^\s*(\d{1,2}):[0-5]\d(:00)?\s*$', 1) as double)
                + try_cast(regexp_extract(coalesce(hours, minutes), '^\s*\d{1,2}:([0-5]\d)(:00)?\s*$', 1) as double)
        ) as minutes_read,
        strip_accents(lower(coalesce(channel, ''))) as channel_text,
        list_filter(
            list_transform(regexp_extract_all(email, '[^\s,;<>]+@[^\s,;<>]+'), lambda a: keys.email(a)),
            lambda a: a is not null
        ) as column_emails,
        list_distinct(list_transform(
            regexp_extract_all(concat_ws(' ', person, email), '[^\s,;<>()]+@[^\s,;<>()]+'), lambda a: lower(a)
        )) as emails,
        regexp_replace(
            person, '(?i)\b(von|vom|van|zu|zum|zur)\s+(und|and|&)\s+(zu|zum|zur|von|vom)\b',
            '\1' || chr(31) || '\2' || chr(31) || '\3', 'g'
        ) as held_together,
        string_split_regex(held_together, '\s*(;|&| and | und )\s*') as pieces,
        list_filter(
            list_transform(
                case
                    when len(emails) = 1 and not list_bool_and(list_transform(
                        pieces,
                        lambda p: regexp_matches(regexp_replace(p, '<.*', ''), '^\s*\S+\s+\S')
                            and not regexp_matches(p, '(?i)^(von|vom|zu|zum|zur|de|del)\s')
                    )) then string_split_regex(held_together, '\s*;\s*')
                    else pieces
                end,
                lambda p: keys.filled(replace(p, chr(31), ' '))
            ),
            lambda p: p is not null
        ) as filled_pieces,
        coalesce(nullif(filled_pieces, []), [null]) as names,
        -- The column's address is theirs if there is one for each.
        case
            when len(names) = 1 then [coalesce(column_emails[1], email)]
            when len(names) = len(column_emails) then column_emails
            else []
        end as named_emails
    from (
        select
            * replace (coalesce(person, keys.filled(concat_ws(' ', first_name, last_name))) as person),
            regexp_replace(date, '[/-]', '.', 'g') as dotted_date
        from staged
    ) as staged
),

-- "26-11-05" is no day of the year 26.
timed as (
    select
        *,
        case when written_start >= timestamp '1950-01-01' then written_start end as local_start
    from dated
)

select
    line,
    case
        when date is null and person is null and email is null then 'empty row'
        when person is null and email is null then 'nobody named'
        when local_start is null and is_day_first is null and regexp_matches(date, '^\s*\d{1,2}[/-]\d{1,2}[/-]\d{2,4}')
            then 'day and month cannot be told apart'
        when local_start is null then 'unreadable date'
        when coalesce(minutes, hours) is not null and minutes_read is null then 'unreadable minutes'
        when minutes_read > 1440 then 'more than a day'
    end as refusal,
    case when person is null and email is null then 'person' when local_start is null then 'date' else 'minutes' end
        as refusal_column,
    case when local_start is null then date else coalesce(minutes, hours) end as refusal_value,
    concat_ws('|', date, person, email) as row_text,
    concat_ws('|', minutes, hours, channel, company) as content,
    timezone('UTC', timezone(time_zone, local_start)) as starts_at,
    minutes_read as minutes,
    case
        when regexp_matches(channel_text, 'call|phone|anruf|telefon|appel|llamada|zoom|video|teams') then 'call'
        when regexp_matches(channel_text, 'mail') then 'mail'
        when regexp_matches(channel_text, 'message|chat|whatsapp|slack|sms|nachricht|text') then 'message'
        else 'meeting'
    end as channel,
    false as is_all_day,
    false as is_cancelled,
    list_transform(
        list_zip(names, named_emails),
        lambda n: {
            'role': 'attendee',
            -- "Dana Fox <dana@fox.example>" brings an address of its own.
            'name': keys.filled(trim(regexp_replace(n[1], '[<(]?[^\s,;<>()]+@[^\s,;<>()]+[>)]?', ' ', 'g'), ' "')),
            'email': coalesce(keys.email(regexp_extract(n[1], '[^\s,;<>()]+@[^\s,;<>()]+')), n[2]),
            'profile_url': null::varchar,
            'status': null::varchar,
            'kind': 'person'
        }
    ) as people
from timed

-- Outlook's calendar CSV: one row per event; a recurring one has a row for each occurrence. Dates are written as the
-- computer's region has them. Where neither the column nor the user tells which part is the day, no row is taken: half
-- the meetings would move.
with
written as (
    select
        *,
        regexp_replace(trim(start_date), '[/-]', '.', 'g') as dotted_start,
        regexp_replace(trim(coalesce(end_date, start_date)), '[/-]', '.', 'g') as dotted_end,
        regexp_replace(regexp_replace(lower(start_time), '\s*([ap])\W*m\W*$', ' \1m'), '(\d)[.](\d)', '\1:\2', 'g')
            as start_clock,
        regexp_replace(regexp_replace(lower(end_time), '\s*([ap])\W*m\W*$', ' \1m'), '(\d)[.](\d)', '\1:\2', 'g')
            as end_clock,
        regexp_matches(lower(coalesce(all_day, '')), '^(true|wahr|yes|ja|vrai|1)$') as is_all_day,
        -- 1 in every numbering: of the program (2 busy, 0 free) as of its exports (2 busy, 3 free).
        regexp_matches(lower(coalesce(show_as, '')), '^(1|tentative|mit vorbehalt)$') as is_tentative
    from staged
),

dated as (
    select
        *,
        regexp_matches(dotted_start, '^\d{1,2}\.\d{1,2}\.\d{2,4}$') as is_numeric,
        coalesce(
            -- Of four digits: %Y takes "04" for the year 4.
            case when regexp_matches(dotted_start, '^\d{4}\.') then try_strptime(dotted_start, '%Y.%m.%d') end,
            case
                when is_day_first then try_strptime(dotted_start, ['%d.%m.%y', '%d.%m.%Y'])
                when not is_day_first then try_strptime(dotted_start, ['%m.%d.%y', '%m.%d.%Y'])
            end,
            keys.month_name_date(start_date)::timestamp
        ) as start_day,
        coalesce(
            case when regexp_matches(dotted_end, '^\d{4}\.') then try_strptime(dotted_end, '%Y.%m.%d') end,
            case
                when is_day_first then try_strptime(dotted_end, ['%d.%m.%y', '%d.%m.%Y'])
                when not is_day_first then try_strptime(dotted_end, ['%m.%d.%y', '%m.%d.%Y'])
            end,
            keys.month_name_date(end_date)::timestamp
        ) as end_day,
        try_strptime(start_clock, ['%I:%M:%S %p', '%I:%M %p', '%H:%M:%S', '%H:%M'])::time as start_at,
        try_strptime(end_clock, ['%I:%M:%S %p', '%I:%M %p', '%H:%M:%S', '%H:%M'])::time as end_at
    from written
),

timed as (
    select
        *,
        start_day::date + coalesce(start_at, time '00:00:00') as local_start,
        case
            when end_at is not null or is_all_day then end_day::date + coalesce(end_at, time '00:00:00')
        end as local_end,
        list_transform(
            list_concat(
                [{'role': 'organizer', 'said': organizer, 'kind': 'person'}],
                list_transform(
                    string_split(concat_ws(';', required, optional), ';'),
                    lambda name: {'role': 'attendee', 'said': name, 'kind': 'person'}
                ),
                list_transform(
                    string_split(coalesce(resources, ''), ';'), lambda name: {'role': 'attendee', 'said': name, 'kind': 'resource'}
                )
            ),
            lambda seat: {
                'role': seat.role,
                -- Some versions put names in quotes.
                'said': regexp_replace(seat.said, '^\s*[''"]+|[''"]+\s*$', '', 'g'),
                -- The commonest of dashboard/importers/nobody.py: here addresses are few.
                'kind': case
                    when regexp_matches(
                        lower(seat.said), '(no|do[-_.]?not|nicht)[-_.]?(reply|antworten)[^@]*@|@(googlegroups|groups\.io)\b|@lists?\.'
                    ) then 'list'
                    else seat.kind
                end
            }
        ) as seats
    from dated
),

event as (
    select
        *,
        case
            when start_date is null and subject is null and organizer is null and required is null then 'empty row'
            when is_numeric and is_day_first is null
                then 'day and month cannot be told apart'
            when start_day is null then 'unreadable date'
            when start_time is not null and start_at is null then 'unreadable time'
            when local_end < local_start then 'ends before it begins'
        end as refusal
    from timed
)

select
    line,
    refusal,
    case refusal when 'unreadable time' then 'start_time' when 'ends before it begins' then 'end_date' else 'start_date' end
        as refusal_column,
    case refusal when 'unreadable time' then start_time when 'ends before it begins' then end_date else start_date end
        as refusal_value,
    -- The same occurrence in a later export; an event of one subject twice at one time stands there twice.
    concat_ws('|', subject, local_start, organizer) as row_text,
    concat_ws('|', end_date, end_time, required, optional, resources, all_day, show_as) as content,
    timezone('UTC', timezone(time_zone, local_start)) as starts_at,
    date_diff('second', local_start, local_end) / 60.0 as minutes,
    'meeting' as channel,
    is_all_day,
    regexp_matches(coalesce(subject, ''), '^\s*(cancell?ed|abgesagt|annul[eé]e?|cancelad[oa]|annullato|geannuleerd)\s*:', 'i')
        as is_cancelled,
    list_transform(
        list_filter(seats, lambda seat: keys.filled(seat.said) is not null),
        lambda seat: {
            'role': seat.role,
            -- "Okafor, Ben" as in every address book of a company.
            'name': keys.filled(regexp_replace(
                regexp_replace(seat.said, '[<(\[]?[^\s<>()\[\],"]+@[^\s<>()\[\],"]+[>)\]]?', ''),
                '^\s*([^,]+), ([^,]*[a-zß-ÿ][^,]*)$', '\2 \1'
            )),
            'email': keys.email(nullif(regexp_extract(seat.said, '([^\s<>()\[\],"]+@[^\s<>()\[\],"]+)', 1), '')),
            'profile_url': null::varchar,
            -- The answers of others are not in the file; what is shown of the user's time is the user's own.
            'status': case when seat.role = 'organizer' then 'accepted' when is_tentative then 'tentative' end,
            'kind': seat.kind
        }
    ) as people,
    local_start::date as happens_on
from event

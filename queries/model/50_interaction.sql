-- Table: every interaction with its minutes to share out, or the reason why it counts nothing
-- Grain: one row per interaction
-- Reads: model.interaction_row, model.presence, model.identity, model.mention, model.setting, records.participant
with
-- Newsletters, mailing lists, robots: no person wrote it to somebody.
bulk_mail as (
    select distinct
        import_id,
        occurrence_no
    from records.participant
    where kind = 'list' and role = 'from'
),

-- The same meeting in two calendars, or in a calendar and a CSV: the same time, the same length, somebody who is in both.
crowded_moment as (
    select starts_at
    from model.interaction_row
    where kind in ('calendar', 'outlook_calendar', 'interaction_sheet')
    group by starts_at
    having min(import_id) < max(import_id) or min(part_no) < max(part_no)
),

-- Whom an .ics names by an address, the CSV names by name alone.
alias as (
    select
        contact_id,
        contact_id as said
    from model.identity
    union
    select
        identity.contact_id,
        'name:' || mention.matched_name as said
    from model.identity
    inner join model.mention on identity.who = mention.who
    where mention.matched_name is not null
),

calendar_seat as (
    select
        interaction_row.import_id,
        interaction_row.occurrence_no,
        interaction_row.starts_at,
        interaction_row.minutes,
        alias.said,
        interaction_row.kind = 'interaction_sheet' as is_logged,
        -- An .ics says more than a CSV of Outlook's, and either more than a log kept by hand.
        (interaction_row.kind = 'interaction_sheet', interaction_row.kind != 'calendar', interaction_row.import_id,
            interaction_row.part_no) as place
    from model.interaction_row
    inner join crowded_moment on interaction_row.starts_at = crowded_moment.starts_at
    inner join model.presence
        on interaction_row.import_id = presence.import_id
        and interaction_row.occurrence_no = presence.occurrence_no
    inner join alias on presence.contact_id = alias.contact_id
    where interaction_row.kind in ('calendar', 'outlook_calendar', 'interaction_sheet') and interaction_row.channel = 'meeting'
        and not interaction_row.is_cancelled
),

copied_event as (
    select distinct
        worse.import_id,
        worse.occurrence_no
    from calendar_seat as worse
    inner join calendar_seat as better
        on worse.starts_at = better.starts_at
        and worse.said = better.said
        and worse.minutes is not distinct from better.minutes
        and worse.place > better.place
        -- Two logs may each say the day alone.
        and not better.is_logged
),

seat as (
    select
        import_id,
        occurrence_no,
        count(*) filter (not is_self and status is distinct from 'declined') as others,
        bool_or(is_self and is_theirs) as is_mine,
        bool_or(is_self) as is_self_named,
        bool_or(is_self and is_copied) as is_self_copied,
        max(status) filter (is_self) as own_status
    from model.presence
    group by import_id, occurrence_no
),

judged as (
    select
        interaction_row.*,
        coalesce(seat.others, 0) as others,
        coalesce(seat.is_mine, false) as is_mine,
        case
            when interaction_row.channel in ('meeting', 'call')
                then coalesce(
                    interaction_row.minutes,
                    case
                        when interaction_row.channel = 'call' then setting.minutes_call
                        else setting.minutes_meeting
                    end
                )
            when interaction_row.minutes is not null then interaction_row.minutes
            when interaction_row.channel = 'message' and seat.is_mine then setting.minutes_message_sent
            when interaction_row.channel = 'message' then setting.minutes_message_received
            when interaction_row.channel = 'mail' and seat.is_mine then setting.minutes_mail_sent
            when interaction_row.channel = 'mail' and seat.is_self_copied then 0
            when interaction_row.channel = 'mail' then setting.minutes_mail_received
        end as full_minutes,
        case
            when interaction_row.is_own_plan then 'your own plan'
            when interaction_row.starts_at
                + to_minutes(coalesce(interaction_row.minutes, 0)::bigint) > interaction_row.imported_at
                then 'not yet happened'
            when interaction_row.is_cancelled then 'cancelled'
            when interaction_row.is_all_day then 'all-day event'
            when seat.own_status = 'declined' and not seat.is_mine then 'declined by you'
            when copied_event.import_id is not null then 'also in another calendar'
            when bulk_mail.import_id is not null then 'newsletter, list or automatic mail'
            when coalesce(seat.others, 0) = 0 then 'nobody else in it'
            when seat.others > setting.audience_over then 'an audience'
        end as exclusion,
        case
            when interaction_row.channel in ('meeting', 'call') and seat.is_self_named and not seat.is_mine
                and seat.own_status in ('tentative', 'unanswered')
                then setting.tentative_weight
            else 1
        end as own_weight
    from model.interaction_row
    cross join model.setting
    left join seat
        on interaction_row.import_id = seat.import_id
        and interaction_row.occurrence_no = seat.occurrence_no
    left join copied_event
        on interaction_row.import_id = copied_event.import_id
        and interaction_row.occurrence_no = copied_event.occurrence_no
    left join bulk_mail
        on interaction_row.import_id = bulk_mail.import_id
        and interaction_row.occurrence_no = bulk_mail.occurrence_no
),

-- A zone's clock changes on a quarter of an hour: told once for each, not for a million moments.
quarter as (
    select
        moment,
        timezone(setting.time_zone, timezone('UTC', moment)) - moment as ahead
    from (
        select distinct time_bucket(interval 15 minutes, interaction_row.starts_at) as moment
        from model.interaction_row
    ) as moment
    cross join model.setting
),

-- Accepted events that overlap share the clock: between two changes of the calendar each gets an equal part. Only
--   events of a calendar: rows of a spreadsheet mostly say the day alone and would all lie at noon.
slot as (
    select
        judged.import_id,
        judged.occurrence_no,
        judged.starts_at,
        judged.starts_at
            + to_microseconds((60000000 * least(judged.full_minutes, setting.event_cap_minutes))::bigint) as ends_at
    from judged
    cross join model.setting
    where judged.exclusion is null and judged.kind in ('calendar', 'outlook_calendar')
        and judged.own_weight = 1 and judged.full_minutes > 0
),

change as (
    select
        at_time,
        sum(step) as step
    from (
        select
            starts_at as at_time,
            1 as step
        from slot
        union all
        select
            ends_at as at_time,
            -1 as step
        from slot
    ) as edge
    group by at_time
),

running as (
    select
        at_time,
        sum(step) over (order by at_time) as busy,
        lead(at_time) over (order by at_time) as next_time
    from change
),

clock as (
    select
        at_time,
        coalesce(sum(date_diff('microsecond', at_time, next_time) / 60000000.0 / nullif(busy, 0)) over (
            order by at_time rows between unbounded preceding and 1 preceding
        ), 0) as shared_minutes
    from running
),

shared as (
    select
        slot.import_id,
        slot.occurrence_no,
        last_edge.shared_minutes - first_edge.shared_minutes as minutes
    from slot
    inner join clock as first_edge on slot.starts_at = first_edge.at_time
    inner join clock as last_edge on slot.ends_at = last_edge.at_time
)

select
    judged.import_id,
    judged.part_no,
    judged.line,
    judged.kind,
    judged.occurrence_no,
    judged.starts_at,
    (judged.starts_at + quarter.ahead)::date as occurred_on,
    judged.channel,
    judged.others,
    judged.is_mine,
    judged.exclusion,
    case
        when judged.exclusion is not null then 0
        else judged.own_weight
            * coalesce(shared.minutes, least(judged.full_minutes, setting.event_cap_minutes))
    end as minutes
from judged
cross join model.setting
inner join quarter on time_bucket(interval 15 minutes, judged.starts_at) = quarter.moment
left join shared
    on judged.import_id = shared.import_id
    and judged.occurrence_no = shared.occurrence_no

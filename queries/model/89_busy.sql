-- Table: what the newest calendars have in store: events after their import, but declined ones, whole days and our plan
-- Grain: one row per event
-- Reads: model.interaction_row, model.presence
with
ahead as (
    select
        import_id,
        occurrence_no,
        starts_at,
        starts_at + to_seconds(60 * minutes) as ends_at
    from model.interaction_row
    where kind = 'calendar' and minutes > 0 and not is_cancelled and not is_all_day and not is_own_plan
        and starts_at + to_seconds(60 * minutes) > imported_at
),

declined as (
    select
        presence.import_id,
        presence.occurrence_no
    from model.presence
    inner join ahead
        on presence.import_id = ahead.import_id
        and presence.occurrence_no = ahead.occurrence_no
    where presence.is_self and presence.status = 'declined' and not presence.is_theirs
)

select
    ahead.import_id,
    ahead.occurrence_no,
    ahead.starts_at,
    ahead.ends_at
from ahead
left join declined
    on ahead.import_id = declined.import_id
    and ahead.occurrence_no = declined.occurrence_no
where declined.import_id is null

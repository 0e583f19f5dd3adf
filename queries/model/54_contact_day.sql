-- Table: minutes with each person by day, what the user told by hand included
-- Grain: one row per person and day
-- Reads: model.participation, model.own_entry
with
part as (
    select
        contact_id,
        occurred_on,
        minutes,
        is_colleague,
        channel in ('meeting', 'call') as is_spoken,
        direction::varchar as direction
    from model.participation
    where minutes > 0
    union all
    select
        contact_id,
        happened_on as occurred_on,
        minutes,
        is_colleague,
        is_spoken,
        case when not is_spoken then 'out' end as direction
    from model.own_entry
    where not is_on_file and minutes > 0
)

select
    contact_id,
    occurred_on,
    coalesce(sum(minutes) filter (not is_colleague), 0) as minutes,
    coalesce(sum(minutes) filter (is_colleague), 0) as colleague_minutes,
    coalesce(sum(minutes) filter (is_spoken), 0) as spoken_minutes,
    coalesce(sum(minutes) filter (not is_spoken), 0) as written_minutes,
    count(*) as interactions,
    count(*) filter (direction = 'in') as messages_in,
    count(*) filter (direction = 'out') as messages_out
from part
group by contact_id, occurred_on

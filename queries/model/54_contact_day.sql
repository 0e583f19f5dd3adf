-- Table: minutes with each person by day
-- Grain: one row per person and day
-- Reads: model.participation
select
    contact_id,
    occurred_on,
    coalesce(sum(minutes) filter (not is_colleague), 0) as minutes,
    coalesce(sum(minutes) filter (is_colleague), 0) as colleague_minutes,
    coalesce(sum(minutes) filter (channel in ('meeting', 'call')), 0) as spoken_minutes,
    coalesce(sum(minutes) filter (channel not in ('meeting', 'call')), 0) as written_minutes,
    count(*) as interactions,
    count(*) filter (direction = 'in') as messages_in,
    count(*) filter (direction = 'out') as messages_out
from model.participation
where minutes > 0
group by contact_id, occurred_on

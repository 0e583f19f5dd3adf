-- Table: what comes next with an ask, and from which day on. No answer after 10 days: one gentle reminder; none after 10
--   more: no answer. Agreed or introduced: thank them, the day after. Introduced: propose a time within 3 days. Met: say
--   how it went, the day after; then the three touches; then it is kept. Assumptions of ours
-- Grain: one row per request with something to do
-- Reads: model.intro_request, model.intro_touch
with
-- A touch that a later one has overtaken is not asked for any more.
standing as (
    select
        request_key,
        coalesce(max(touch_no) filter (done_on is not null), 0) as touches_done,
        max(done_on) as last_touch_on
    from model.intro_touch
    group by request_key
),

ahead as (
    select
        intro_touch.request_key,
        min(intro_touch.touch_no) as touch_no,
        min(intro_touch.planned_on) as planned_on
    from model.intro_touch
    inner join standing on intro_touch.request_key = standing.request_key
    where intro_touch.touch_no > standing.touches_done
    group by intro_touch.request_key
),

stated as (
    select
        intro_request.request_key,
        case
            when intro_request.state = 'sent' and intro_request.reminded_on is null then 'reminder'
            when intro_request.state = 'sent' then 'rest'
            when intro_request.state in ('agreed', 'introduced') and intro_request.thanked_on is null then 'thanks'
            when intro_request.state = 'introduced' then 'time'
            when intro_request.state = 'met' and intro_request.reported_on is null then 'report'
            when intro_request.state = 'met' and ahead.touch_no is not null then 'touch'
            when intro_request.state = 'met' then 'keep'
        end as follow_up,
        intro_request.sent_on,
        intro_request.reminded_on,
        intro_request.since_on,
        intro_request.introduced_on,
        intro_request.met_on,
        ahead.touch_no,
        ahead.planned_on,
        standing.last_touch_on
    from model.intro_request
    left join standing on intro_request.request_key = standing.request_key
    left join ahead on intro_request.request_key = ahead.request_key
)

select
    request_key,
    follow_up,
    case follow_up
        when 'reminder' then sent_on + 10
        when 'rest' then reminded_on + 10
        when 'thanks' then since_on + 1
        when 'time' then introduced_on + 3
        when 'report' then met_on + 1
        when 'touch' then planned_on
        when 'keep' then last_touch_on
    end as follow_up_on,
    case when follow_up = 'touch' then touch_no end as touch_no
from stated
where follow_up is not null

-- Table: requests for an introduction and where they stand. A step may be skipped; an ending stands above all steps.
--   A request that nothing ever happened to was taken back
-- Grain: one row per request
-- Reads: decisions.intro_request, decisions.intro_request_event, model.identity, model.intro_person
with
stated as (
    select
        request_key,
        any_value(identity_key) as identity_key,
        any_value(target_industry) as target_industry,
        any_value(target_name) as target_name,
        arg_max_null(created_on, decision_no) as created_on
    from decisions.intro_request
    group by request_key
),

-- Moved on the board, or confirmed when an import showed it: the newest word holds.
said as (
    select
        request_key,
        state,
        happened_on,
        decision_no
    from decisions.intro_request_event
    union all
    select
        request_key,
        'introduced' as state,
        introduced_on as happened_on,
        decision_no
    from model.intro_person
    where introduced_on is not null
    union all
    select
        request_key,
        'met' as state,
        met_on as happened_on,
        decision_no
    from model.intro_person
    where met_on is not null
),

held as (
    select
        request_key,
        state,
        arg_max_null(happened_on, decision_no) as happened_on
    from said
    group by request_key, state
),

placed as (
    select
        held.request_key,
        held.state,
        held.happened_on,
        step.place
    from held
    inner join (values
        ('suggested', 1), ('drafted', 2), ('sent', 3), ('agreed', 4), ('introduced', 5), ('met', 6), ('kept', 7),
        ('declined', 11), ('no answer', 12), ('resting', 13), ('reminded', 0), ('thanked', 0),
        ('reported', 0)
    ) as step (state, place)
        on held.state = step.state
    where held.happened_on is not null
),

reached as (
    select
        request_key,
        arg_max(state, place) as state,
        max(place) as place,
        max(place) filter (place < 10) as step,
        arg_max(happened_on, place) as since_on,
        max(happened_on) filter (state = 'drafted') as drafted_on,
        max(happened_on) filter (state = 'sent') as sent_on,
        max(happened_on) filter (state = 'reminded') as reminded_on,
        max(happened_on) filter (state = 'agreed') as agreed_on,
        max(happened_on) filter (state = 'introduced') as introduced_on,
        max(happened_on) filter (state = 'met') as met_on,
        max(happened_on) filter (state = 'thanked') as thanked_on,
        max(happened_on) filter (state = 'reported') as reported_on,
        max(happened_on) filter (state = 'kept') as kept_on,
        max(happened_on) filter (place > 10) as ended_on,
        min(happened_on) filter (place between 3 and 12) as asked_on,
        string_agg(state, ', ' order by place, state) as states
    from placed
    group by request_key
    having max(place) > 0
),

key_owner as (
    select distinct
        identity_key,
        contact_id
    from model.identity
    where identity_key in (select stated.identity_key from stated)
)

select
    stated.request_key,
    stated.identity_key,
    key_owner.contact_id,                   -- NULL: the import that named the introducer was undone
    stated.target_industry,
    stated.target_name,
    stated.created_on,
    reached.state,
    -- What the request came to before it ended: an ask that was declined had been sent.
    case when reached.asked_on is not null then greatest(reached.step, 3) else reached.step end as step,
    reached.since_on,
    reached.state not in ('kept', 'declined', 'no answer', 'resting') as is_open,
    reached.drafted_on,
    reached.sent_on,
    reached.reminded_on,
    reached.agreed_on,
    reached.introduced_on,
    reached.met_on,
    reached.thanked_on,
    -- Thanks after the meeting have told how it went.
    coalesce(reached.reported_on, case when reached.thanked_on >= reached.met_on then reached.thanked_on end)
        as reported_on,
    reached.kept_on,
    reached.ended_on,
    reached.asked_on,
    reached.states
from stated
inner join reached on stated.request_key = reached.request_key
left join key_owner on stated.identity_key = key_owner.identity_key
where stated.created_on is not null

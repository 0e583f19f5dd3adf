-- Question: Which of my decisions wait for somebody whom no file names any more?
-- Grain: one row per decision that holds, newest first; it works again once a file names them
-- Columns:
--   kind       | VARCHAR   | -   | what was decided about, in words
--   said       | VARCHAR   | -   | whom or what it is about, in words
--   setting    | VARCHAR   | -   | what was decided, in words
--   decided_at | TIMESTAMP | UTC | when
--   subject    | VARCHAR   | -   | the key it is kept under
with
held as (
    select
        'industry' as kind,
        case scope when 'person' then 'identity' else scope end as scope,
        scope_key as subject,
        null as other,
        arg_max_null(industry, decision_no) as setting,
        max(decided_at) as decided_at
    from decisions.industry_label
    group by scope, scope_key
    union all
    select
        'same person' as kind,
        'identity' as scope,
        identity_key as subject,
        other_key as other,
        arg_max_null(verdict, decision_no) as setting,
        max(decided_at) as decided_at
    from decisions.person_link
    group by identity_key, other_key
    union all
    select
        'contact' as kind,
        'identity' as scope,
        identity_key as subject,
        null as other,
        case
            when arg_max_null(is_on, decision_no) then case setting
                when 'private' then 'not networking'
                when 'never_suggest' then 'never suggest'
                else setting
            end
        end as setting,
        max(decided_at) as decided_at
    from decisions.contact_setting
    group by identity_key, setting
    union all
    select
        'note' as kind,
        'identity' as scope,
        identity_key as subject,
        null as other,
        arg_max_null(note, decision_no) as setting,
        max(decided_at) as decided_at
    from decisions.contact_note
    group by identity_key
    union all
    select
        'correction' as kind,
        'identity' as scope,
        identity_key as subject,
        null as other,
        arg_max_null(correction, decision_no) as setting,
        max(decided_at) as decided_at
    from decisions.contact_correction
    group by identity_key, field
    union all
    select
        'correction' as kind,
        'identity' as scope,
        identity_key as subject,
        null as other,
        arg_max_null(company, decision_no) as setting,
        max(decided_at) as decided_at
    from decisions.employer_correction
    group by identity_key
    union all
    select
        'request' as kind,
        'identity' as scope,
        arg_max(identity_key, decision_no) as subject,
        null as other,
        case
            when arg_max_null(created_on, decision_no) is not null
                then coalesce(arg_max(coalesce(target_name, target_industry, ''), decision_no), '')
        end as setting,
        max(decided_at) as decided_at
    from decisions.intro_request
    group by request_key
    union all
    select
        'favour' as kind,
        'identity' as scope,
        identity_key as subject,
        null as other,
        case
            when arg_max_null(is_held, decision_no)
                then concat_ws(': ', direction || strftime(happened_on, ' on %-d %b %Y'), note)
        end as setting,
        max(decided_at) as decided_at
    from decisions.favour
    group by identity_key, direction, happened_on, note
    union all
    select
        'time told by hand' as kind,
        'identity' as scope,
        identity_key as subject,
        null as other,
        case when arg_max_null(is_held, decision_no)
            then concat(channel, strftime(happened_on, ' of %-d %b %Y, '), minutes, ' minutes') end as setting,
        max(decided_at) as decided_at
    from decisions.own_entry
    group by entry_key, identity_key, happened_on, minutes, channel
    union all
    select
        'how often' as kind,
        'identity' as scope,
        scope_key as subject,
        null as other,
        case arg_max_null(days, decision_no)
            when '0' then 'let go'
            else 'every ' || arg_max_null(days, decision_no) || ' days'
        end as setting,
        max(decided_at) as decided_at
    from decisions.cadence
    where scope = 'contact'
    group by scope_key
    union all
    select
        'not before' as kind,
        'identity' as scope,
        identity_key as subject,
        null as other,
        strftime(arg_max_null(until_on, decision_no), '%-d %b %Y') as setting,
        max(decided_at) as decided_at
    from decisions.touch_snooze
    group by identity_key
    union all
    select
        'how you met' as kind,
        'identity' as scope,
        identity_key as subject,
        null as other,
        case arg_max_null(origin, decision_no)
            when 'myself' then 'by yourself'
            when 'unknown' then 'not known'
            else 'introduced by ' || keys.said(arg_max_null(origin, decision_no))
        end as setting,
        max(decided_at) as decided_at
    from decisions.contact_origin
    group by identity_key
    union all
    select
        'shared list' as kind,
        'identity' as scope,
        arg_max(identity_key, decision_no) as subject,
        null as other,
        case when arg_max_null(identity_key, decision_no) is not null then 'theirs' end as setting,
        max(decided_at) as decided_at
    from decisions.shared_list
    group by series
),

present as (
    select
        'identity' as scope,
        identity_key as subject
    from model.identity
    union
    select
        'company' as scope,
        company_key as subject
    from model.employment
    union
    select
        'domain' as scope,
        domain as subject
    from model.person
),

waiting as (
    select held.*
    from held
    left join present
        on held.scope = present.scope
        and held.subject = present.subject
    left join present as other_present
        on other_present.scope = 'identity'
        and held.other = other_present.subject
    where held.setting is not null
        and (present.subject is null or (held.other is not null and other_present.subject is null))
)

select
    waiting.kind,
    keys.said(waiting.subject) || coalesce(' and ' || keys.said(waiting.other), '') as said,
    coalesce(industry.short_label, waiting.setting) as setting,
    waiting.decided_at,
    waiting.subject
from waiting
left join model.industry on waiting.kind in ('industry', 'request') and waiting.setting = industry.industry
order by waiting.decided_at desc, waiting.kind, waiting.subject, waiting.other, waiting.setting

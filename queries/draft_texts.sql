-- Question: Which drafts did I put into my own words?
-- Grain: one row per draft: to whom, about what, its kind and language, and the request it belongs to
-- Columns:
--   contact_id      | VARCHAR   | - | whom it goes to; NULL: no longer in the files
--   identity_key    | VARCHAR   | - | the key of theirs under which it is kept, for decisions
--   target_industry | VARCHAR   | - | about which industry; NULL: none
--   target_name     | VARCHAR   | - | about whom; NULL: nobody by name
--   kind            | VARCHAR   | - | introduction, follow_up, reconnect, thanks or report_back
--   language        | VARCHAR   | - | en, de (Sie) or de-du (du)
--   request_key     | VARCHAR   | - | key of the request it was written for; NULL: none has begun yet
--   draft_text      | VARCHAR   | - | subject, ask and blurb as JSON
--   written_at      | TIMESTAMP | - | when it was last changed (UTC)
with
key_owner as (
    select distinct
        identity_key,
        contact_id
    from model.identity
    where identity_key in (select draft_text.identity_key from decisions.draft_text)
),

-- Decisions of every kind are counted together: a text that is older than the end of a request was written for it.
request as (
    select
        intro_request.request_key,
        intro_request.contact_id,
        intro_request.target_industry,
        intro_request.target_name,
        max(case when not intro_request.is_open then event.decision_no end) as ended_no
    from model.intro_request
    inner join decisions.intro_request_event as event
        on intro_request.request_key = event.request_key and intro_request.state = event.state
    where intro_request.contact_id is not null
    group by intro_request.request_key, intro_request.contact_id, intro_request.target_industry, intro_request.target_name
),

placed as (
    select
        draft_text.decision_no,
        any_value(draft_text.decided_at) as decided_at,
        any_value(key_owner.contact_id) as contact_id,
        any_value(draft_text.identity_key) as identity_key,
        any_value(draft_text.target_industry) as target_industry,
        any_value(draft_text.target_name) as target_name,
        any_value(draft_text.kind) as kind,
        any_value(draft_text.language) as language,
        any_value(draft_text.draft_text) as draft_text,
        arg_min(request.request_key, coalesce(request.ended_no, 9223372036854775807)) as request_key
    from decisions.draft_text
    left join key_owner on draft_text.identity_key = key_owner.identity_key
    left join request
        on key_owner.contact_id = request.contact_id
        and draft_text.target_industry is not distinct from request.target_industry
        and draft_text.target_name is not distinct from request.target_name
        and draft_text.decision_no < coalesce(request.ended_no, draft_text.decision_no + 1)
    group by draft_text.decision_no
),

held as (
    select
        contact_id,
        arg_max(identity_key, decision_no) as identity_key,
        target_industry,
        target_name,
        kind,
        language,
        request_key,
        arg_max_null(draft_text, decision_no) as draft_text,
        max(decided_at) as written_at
    from placed
    group by contact_id, coalesce(contact_id, identity_key), target_industry, target_name, kind, language, request_key
)

select
    contact_id,
    identity_key,
    target_industry,
    target_name,
    kind,
    language,
    request_key,
    draft_text,
    written_at
from held
where draft_text is not null
order by written_at, identity_key, target_industry, target_name, kind, language, request_key

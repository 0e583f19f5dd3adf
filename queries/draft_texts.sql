-- Question: Which drafts did I put into my own words?
-- Grain: one row per draft: to whom, about what, its kind and language
-- Columns:
--   identity_key    | VARCHAR   | - | whom it goes to
--   target_industry | VARCHAR   | - | about which industry; NULL: none
--   target_name     | VARCHAR   | - | about whom; NULL: nobody by name
--   kind            | VARCHAR   | - | introduction, follow_up, reconnect, thanks or report_back
--   language        | VARCHAR   | - | en, de (Sie) or de-du (du)
--   draft_text      | VARCHAR   | - | subject, ask and blurb as JSON
--   written_at      | TIMESTAMP | - | when it was last changed (UTC)
with
held as (
    select
        identity_key,
        target_industry,
        target_name,
        kind,
        language,
        arg_max_null(draft_text, decision_no) as draft_text,
        max(decided_at) as written_at
    from decisions.draft_text
    group by identity_key, target_industry, target_name, kind, language
)

select
    identity_key,
    target_industry,
    target_name,
    kind,
    language,
    draft_text,
    written_at
from held
where draft_text is not null
order by written_at, identity_key, target_industry, target_name, kind, language

-- Question: Which templates of drafts did I write?
-- Grain: one row per template, by name
-- Columns:
--   template_name | VARCHAR   | -   | as you named it
--   kind          | VARCHAR   | -   | what it is for: introduction, follow_up, reconnect, thanks or report_back
--   language      | VARCHAR   | -   | en, de (Sie) or de-du (du)
--   purpose       | VARCHAR   | -   | curiosity, career, advice or hiring; NULL: any
--   template_text | VARCHAR   | -   | its text
--   changed_at    | TIMESTAMP | UTC | when it was last saved
with
held as (
    select
        template_name,
        kind,
        language,
        purpose,
        arg_max_null(template_text, decision_no) as template_text,
        max(decided_at) as changed_at
    from decisions.draft_template
    group by template_name, kind, language, purpose
)

select
    template_name,
    kind,
    language,
    purpose,
    template_text,
    changed_at
from held
where template_text is not null
order by template_name, kind, language, purpose

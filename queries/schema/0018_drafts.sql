-- Templates of drafts the user wrote, and how the last draft was said. Append only, as every decision.
create table decisions.draft_template (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    template_name varchar not null,
    kind varchar not null,                  -- dashboard/intros/choices.py: introduction, follow_up, ...
    language varchar not null,              -- en, de or de-du
    purpose varchar,                        -- NULL: for any
    template_text varchar                   -- NULL deletes it
);

create table decisions.draft_choice (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    name varchar not null,                  -- language, purpose or length
    setting varchar                         -- NULL: back to the default
);

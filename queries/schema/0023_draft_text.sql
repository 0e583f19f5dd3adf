-- What the user made of a draft in their own words. Append only, as every decision.
create table decisions.draft_text (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    identity_key varchar not null,          -- whom it goes to
    target_industry varchar,
    target_name varchar,
    kind varchar not null,                  -- dashboard/intros/choices.py: introduction, follow_up, ...
    language varchar not null,              -- en, de or de-du
    draft_text varchar                      -- subject, ask and blurb as JSON; NULL: the template's words again
);

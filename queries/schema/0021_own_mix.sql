-- What the user says about the mix aimed for. Append only, as every decision.

-- The share of an industry in the user's own mix. All industries are said together; their sum counts as the whole.
create table decisions.own_target (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    industry varchar not null,
    share varchar                           -- 0..1; NULL takes it back
);

-- Whom the user asked for an introduction, and what became of it. Append only, as every decision.
create table decisions.intro_request (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    request_key varchar not null,           -- dashboard/intros/requests.py: short hash of what follows
    identity_key varchar not null,          -- the introducer
    target_industry varchar,
    target_name varchar,                    -- NULL: anybody in the industry
    created_on date                         -- NULL takes the request back
);

create table decisions.intro_request_event (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    request_key varchar not null,
    state varchar not null,                 -- a step, an ending, 'reminded' or 'thanked'
    happened_on date                        -- NULL takes the event back
);

-- "Not now": the suggestion stays away until that day.
create table decisions.intro_snooze (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    identity_key varchar not null,
    target_industry varchar not null,
    until_on date
);

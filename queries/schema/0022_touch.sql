-- Keeping in touch, as the user says it. Append only, as every decision.

-- What happened, told by hand: a coffee, a call. It counts as if a calendar said so.
create table decisions.own_entry (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    entry_key varchar not null,             -- tells two entries of one day apart
    identity_key varchar not null,          -- with whom
    happened_on date not null,
    minutes varchar not null,
    channel varchar not null,               -- 'meeting', 'call', 'mail', 'message'
    note varchar,
    is_held boolean                         -- NULL takes it back
);

-- How often the user wants to be in touch.
create table decisions.cadence (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    scope varchar not null,                 -- 'contact', 'industry', 'strength'
    scope_key varchar not null,             -- an identity key, a code, 'warm' or 'cool'
    days varchar                            -- '0': let go; NULL takes it back
);

-- Not now: not due before that day.
create table decisions.touch_snooze (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    identity_key varchar not null,
    until_on date
);

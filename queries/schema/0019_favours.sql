-- What goes to and fro between the user and a contact, and how people came to be known. Append only, as every decision.

-- A favour done or had. An introduction the board knows of is a favour had already: it needs no line here.
create table decisions.favour (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    identity_key varchar not null,
    direction varchar not null,             -- 'given', 'received'
    happened_on date not null,
    note varchar,
    is_held boolean                         -- NULL takes it back
);

-- Somebody was met after an ask: whether that was the introduction.
create table decisions.introduction (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    request_key varchar not null,
    identity_key varchar not null,          -- the person who was met
    first_on date not null,
    verdict varchar                         -- 'introduced', 'met', 'no'
);

-- How the user came to know somebody.
create table decisions.contact_origin (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    identity_key varchar not null,
    origin varchar                          -- identity key of who introduced them, 'myself', 'unknown'
);

-- What the user said. Append only: the newest line of a subject holds, NULL takes it back.
create schema if not exists decisions;
create sequence decisions.decision_no;

create table decisions.own_identity (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    identity_key varchar not null,
    is_own boolean
);

create table decisions.person_link (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    identity_key varchar not null,
    other_key varchar not null,
    verdict varchar                         -- 'same', 'different'
);

create table decisions.industry_label (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    scope varchar not null,                 -- 'person', 'company', 'domain'
    scope_key varchar not null,
    industry varchar
);

create table decisions.contact_setting (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    identity_key varchar not null,
    setting varchar not null,               -- 'private', 'never_suggest', 'archived'
    is_on boolean
);

create table decisions.assumption (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    name varchar not null,
    setting varchar                         -- NULL: back to the default
);

-- What the user says about single people: notes, corrections, people no file names. Append only, NULL takes it back.
create table decisions.contact_note (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    identity_key varchar not null,
    note varchar
);

create table decisions.contact_correction (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    identity_key varchar not null,
    field varchar not null,                 -- 'full_name', 'position'
    correction varchar
);

-- A table of its own: who is a colleague, and with that all minutes, depends on the employer.
create table decisions.employer_correction (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    identity_key varchar not null,
    company varchar
);

create table decisions.added_contact (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    full_name varchar not null,
    company varchar,
    position varchar,
    email varchar,
    profile_url varchar,
    industry varchar,
    is_added boolean
);

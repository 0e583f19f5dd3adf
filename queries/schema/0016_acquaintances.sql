-- Whom contacts of the user know, as lists say that these contacts shared: the second degree, never contacts of the user.
create table records.acquaintance (
    import_id integer not null,
    part_no integer not null,
    line integer not null,
    full_name varchar,
    profile_url varchar,                    -- as normalised by keys.url
    email varchar,                          -- as normalised by keys.email
    name_key varchar,
    company_key varchar,
    company varchar,
    position varchar,
    connected_on date,                      -- with the contact who shared the list
    who ubigint not null                    -- hash of url, e-mail, name and company key: "the same mention"
);

-- Whose list it is that a contact shared. Append only, as every decision.
create table decisions.shared_list (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    series varchar not null,                -- of the list: newer copies of it have the same
    identity_key varchar                    -- of the contact; NULL: nobody's any more
);

-- What address books and LinkedIn's smaller files say beyond a person's first address.

-- Further e-mail addresses of a person: each as good a key as the first.
create table records.other_address (
    import_id integer not null,
    part_no integer not null,
    line integer not null,                  -- of the person
    email varchar not null                  -- as normalised by keys.email
);

-- Who made somebody known to the user, where the address book says it.
create table records.referral (
    import_id integer not null,
    part_no integer not null,
    line integer not null,                  -- of the person who was introduced
    referred_by varchar not null
);

-- Where the user went to school: whoever went there too is easier to ask.
create table records.own_school (
    import_id integer not null,
    part_no integer not null,
    line integer not null,
    school varchar not null,
    school_key varchar,                     -- as keys.company makes it
    degree varchar,
    started_on date,
    finished_on date
);

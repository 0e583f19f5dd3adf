-- People who may be one: what was compared, the keys under which they meet, and what came of it. Can be computed again
-- at any time; undoing an import empties it.
create table cache.duplicate_record (
    record_no integer not null,
    identity_key varchar not null,          -- the person's first
    content ubigint not null                -- hash of all that was compared, and of the rules' version
);

create table cache.duplicate_block (
    record_no integer not null,
    block ubigint not null,                 -- hash of the key
    is_asking boolean not null              -- of two who share a key one has to ask
);

create table cache.duplicate_pair (
    one_key varchar not null,
    other_key varchar not null,
    score double not null,                  -- 0..1
    reasons varchar not null                -- in words
);

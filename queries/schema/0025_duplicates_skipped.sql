-- What the search for people who may be one did not look at: keys that too many people share. Nothing of it is lost in
-- silence: the Review page says so. Can be computed again at any time, as all of 0014.
alter table cache.duplicate_block add column kind varchar;      -- first letter of the key: what kind of thing is shared

create table cache.duplicate_skipped (
    block ubigint not null,                 -- hash of the key
    kind varchar not null,
    people integer not null,                -- who share it
    pairs bigint not null,                  -- of them, one asking at least
    is_too_many boolean not null,           -- more than is looked at of one key; else there was no time left
    members ubigint not null,               -- the same for two keys of the same people
    identity_key varchar not null           -- one of them
);

-- What files said. Written once by an import, removed only by undoing it.
create schema if not exists records;

-- Words of a closed list (dashboard/records.py), stored as numbers: a million of them are written in a tenth of the time.
-- In main: DuckDB 1.5 cannot replay its log after a crash if a type lies in a schema of its own making.
create type main.channel_name as enum ('call', 'invitation', 'mail', 'meeting', 'message');
create type main.role_name as enum ('attendee', 'cc', 'from', 'organizer', 'to');
create type main.status_name as enum ('accepted', 'declined', 'tentative', 'unanswered');
create type main.kind_name as enum ('list', 'person', 'resource', 'room');
create type main.direction_name as enum ('in', 'out');

create table records.import (
    import_id integer primary key,
    file_name varchar not null,
    sha256 varchar not null,
    imported_at timestamp not null          -- UTC
);

-- One line per file of an import: a plain file is one part, an export zip has one per member.
create table records.part (
    import_id integer not null,
    part_no integer not null,
    file_name varchar not null,             -- "export.zip/Connections.csv"
    kind varchar not null,
    series varchar not null,                -- which address book or calendar: newer files of a series replace older
    is_snapshot boolean not null,
    first_on date,                          -- the days a calendar snapshot speaks for
    last_on date,
    rows_read integer not null,
    rows_new integer not null,
    rows_updated integer not null,
    rows_unchanged integer not null,
    rows_refused integer not null
);

-- One line per row of a file that was taken.
create table records.entry (
    import_id integer not null,
    part_no integer not null,
    line integer not null,                  -- as a spreadsheet program numbers it
    row_key uhugeint not null,              -- md5 of the row's key within its kind
    content_hash ubigint not null
);

create table records.person (
    import_id integer not null,
    part_no integer not null,
    line integer not null,
    is_self boolean not null,
    full_name varchar,
    profile_url varchar,                    -- as normalised by keys.url
    email varchar,                          -- as normalised by keys.email
    name_key varchar,
    company_key varchar,
    phone varchar,
    company varchar,
    position varchar,
    industry_text varchar,
    connected_on date,
    who ubigint not null                    -- hash of url, e-mail, name and company key: "the same mention"
);

create table records.own_position (
    import_id integer not null,
    part_no integer not null,
    line integer not null,
    company varchar,
    company_key varchar,
    title varchar,
    started_on date,
    finished_on date
);

create table records.interaction (
    import_id integer not null,
    part_no integer not null,
    line integer not null,
    occurrence_no integer not null,         -- counts within the import: what participants refer to
    interaction_key uhugeint not null,      -- md5 of the key that survives re-exports
    starts_at timestamp not null,           -- UTC
    minutes double,                         -- NULL: the file gives none
    channel main.channel_name not null,
    is_all_day boolean not null,
    is_cancelled boolean not null
);

create table records.participant (
    import_id integer not null,
    occurrence_no integer not null,
    who ubigint not null,
    role main.role_name not null,
    status main.status_name,
    kind main.kind_name not null
);

-- The people named in interactions, once per import.
create table records.mention (
    import_id integer not null,
    part_no integer not null,
    line integer not null,                  -- where it occurs first
    who ubigint not null,
    full_name varchar,
    profile_url varchar,
    email varchar,
    name_key varchar
);

create table records.refusal (
    import_id integer not null,
    part_no integer not null,
    line integer not null,
    is_row boolean not null,                -- false: only this cell was left out, the row was taken
    reason varchar not null,
    column_name varchar,
    cell_value varchar
);

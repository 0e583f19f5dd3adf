-- Files that were to be imported with others but could not be read: the others went in. Files taken in together have the
-- same lines, each under its own import: undoing all of them removes them.
create table records.refused_file (
    import_id integer not null,
    file_no integer not null,               -- in the order in which they were refused
    file_name varchar not null,
    reason varchar not null,                -- in words
    hint varchar not null                   -- what to do
);

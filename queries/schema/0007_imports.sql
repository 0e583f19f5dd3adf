-- What an import changed in the headline: a fact of that moment, which no later file can tell. Undoing the import
-- removes it. Files taken in together have the same line, each under its own import.
create table records.import_effect (
    import_id integer not null,
    imports_together integer not null,      -- one of them undone: what the others changed is not known any more
    weighting_before varchar not null,      -- minutes, or people where there was no interaction yet
    weighting_after varchar not null,
    contacts_before bigint not null,
    contacts_after bigint not null,
    known_share_before double,
    known_share_after double,
    home_industry_before varchar,
    home_industry_after varchar,
    home_share_before double,
    home_share_after double,
    effective_before double,                -- from pairs of different employers; NULL: too few
    effective_after double
);

-- What the columns of a spreadsheet mean, where the user said so.
create table decisions.column_mapping (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    header_key varchar not null,            -- hash of the header as compared: files of one layout share it
    column_key varchar not null,            -- the column's name as compared; '': the table itself
    meaning varchar                         -- a field, 'leave out'; of the table: the kind of list
);

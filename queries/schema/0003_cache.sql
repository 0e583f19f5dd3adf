-- What can be computed again at any time, kept because it is slow.
create schema if not exists cache;
create schema if not exists model;

create table cache.industry_guess (
    classifier varchar not null,
    company varchar,
    position varchar,
    domain varchar,
    industry_text varchar,
    industry varchar,
    confidence double not null,
    layer varchar not null,
    evidence varchar not null
);

-- Which SQL the model was derived by; if it is another than the program's, the model is derived anew.
create table cache.model_version (checksum varchar not null);

create table cache.data_version (version bigint not null);
insert into cache.data_version values (0);

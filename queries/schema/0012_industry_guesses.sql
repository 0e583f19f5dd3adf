-- Each answer brings the best guesses with their weights, also where the answer is withheld, and what the person does.
-- The cache can be computed again at any time: it starts empty.
drop table cache.industry_guess;

create table cache.industry_guess (
    classifier varchar not null,
    company varchar,
    position varchar,
    domain varchar,
    industry_text varchar,
    industry varchar,
    confidence double not null,
    layer varchar not null,
    evidence varchar not null,
    function varchar,
    guesses struct(industry varchar, weight double)[] not null      -- up to five, the heaviest first
);

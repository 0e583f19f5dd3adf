-- What the user says about the asks of a week, and about industries. Append only, as every decision.

-- An ask that stays in that week whatever else is chosen, or that made room for the next best.
create table decisions.intro_choice (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    identity_key varchar not null,          -- the introducer
    target_industry varchar not null,
    week_on date not null,                  -- the Monday
    choice varchar                          -- 'pinned', 'swapped'; NULL takes it back
);

-- How much an industry matters to the user.
create table decisions.industry_interest (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    industry varchar not null,
    interest varchar                        -- '0' none, '1' as any, '2' twice; NULL: 1
);

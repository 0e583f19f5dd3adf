-- The hours the user keeps free for networking, one setting a line. Append only, as every decision.
create table decisions.time_plan (
    decision_no bigint not null default nextval('decisions.decision_no'),
    decided_at timestamp not null,
    name varchar not null,                  -- minutes_per_week, days, earliest, latest, slot_minutes, time_zone, saved, uid
    setting varchar                         -- NULL: back to the default
);

-- A slot of our own plan that comes back in an exported calendar is neither a meeting nor a busy time.
alter table records.interaction add column is_own_plan boolean default false;

-- Table: what the user told by hand, with whom that was. It counts unless a file tells of the same person on the same
--   day, spoken or written alike: then the file does
-- Grain: one row per entry and person
-- Reads: decisions.own_entry, model.identity, model.self, model.participation, model.person, model.own_employer
with
held as (
    select
        entry_key,
        identity_key,
        happened_on,
        channel,
        note,
        minutes as minutes_said,
        try_cast(minutes as double) as minutes,
        max(decided_at) as decided_at
    from decisions.own_entry
    group by entry_key, identity_key, happened_on, minutes, channel, note
    having arg_max_null(is_held, decision_no)
),

placed as (
    select distinct
        held.*,
        identity.contact_id,
        held.channel in ('meeting', 'call') as is_spoken
    from held
    inner join model.identity on held.identity_key = identity.identity_key
    where identity.contact_id not in (select self.contact_id from model.self)
),

-- Without an entry nothing of all that was said and written need be looked at.
seat as materialized (
    select
        contact_id,
        occurred_on,
        channel in ('meeting', 'call') as is_spoken
    from model.participation
    where minutes > 0 and exists (select 1 from placed)
),

on_file as (
    select distinct
        placed.entry_key,
        placed.contact_id
    from placed
    inner join seat
        on placed.contact_id = seat.contact_id
        and placed.happened_on = seat.occurred_on
        and placed.is_spoken = seat.is_spoken
),

with_colleague as (
    select distinct
        placed.entry_key,
        placed.contact_id
    from placed
    inner join model.person on placed.contact_id = person.contact_id
    inner join model.own_employer
        on (person.company_key = own_employer.company_key or person.domain = own_employer.domain)
        and placed.happened_on between own_employer.started_on and own_employer.finished_on
)

select
    placed.*,
    on_file.entry_key is not null as is_on_file,
    with_colleague.entry_key is not null as is_colleague
from placed
left join on_file
    on placed.entry_key = on_file.entry_key
    and placed.contact_id = on_file.contact_id
left join with_colleague
    on placed.entry_key = with_colleague.entry_key
    and placed.contact_id = with_colleague.contact_id

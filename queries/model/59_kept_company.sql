-- Table: people on no list of the user's whom the user never met alone, and the contacts who were there: meetings and
--   mails of at most five others, on two days or more. Colleagues and shared mailboxes are left out
-- Grain: one row per person and contact
-- Reads: model.participation, model.person
with
met_alone as (
    select distinct contact_id
    from model.participation
    where others = 1
),

tied as (
    select contact_id
    from model.person
    where is_listed
    union
    select contact_id
    from met_alone
),

stranger as (
    select person.contact_id
    from model.person
    where not person.is_listed and not person.is_shared_mailbox
        and person.contact_id not in (select met_alone.contact_id from met_alone)
),

seat as (
    select
        participation.contact_id,
        participation.import_id,
        participation.occurrence_no
    from model.participation
    inner join stranger on participation.contact_id = stranger.contact_id
    where participation.others between 2 and 5 and not participation.is_colleague
)

select
    seat.contact_id,
    participation.contact_id as introducer_id,
    count(*) filter (participation.channel in ('meeting', 'call')) as meetings,
    count(*) filter (participation.channel not in ('meeting', 'call')) as writings,
    max(participation.occurred_on) as last_on
from seat
inner join model.participation
    on seat.import_id = participation.import_id
    and seat.occurrence_no = participation.occurrence_no
    and seat.contact_id != participation.contact_id
where not participation.is_colleague and participation.contact_id in (select tied.contact_id from tied)
group by seat.contact_id, participation.contact_id
having count(distinct participation.occurred_on) > 1

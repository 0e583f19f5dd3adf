-- Table: who introduced whom, as address books say it ("Referred By")
-- Grain: one row per person introduced; introducer_id only where one contact alone has that name
-- Reads: model.address_book_fact, model.identity, model.mention, model.self, model.contact_fact
with
written as (
    select
        contact_fact.contact_id as person_id,
        arg_max(
            address_book_fact.fact_value,
            (address_book_fact.import_id, -address_book_fact.part_no, -address_book_fact.line, address_book_fact.fact_value)
        ) as introducer_name
    from model.address_book_fact
    inner join model.identity on address_book_fact.who = identity.who
    inner join model.contact_fact on identity.contact_id = contact_fact.contact_id
    where address_book_fact.fact = 'introduced by'
    group by contact_fact.contact_id
),

keyed as (
    select
        person_id,
        introducer_name,
        keys.name(introducer_name) as name_key
    from written
),

bearer as (
    select
        mention.name_key,
        any_value(identity.contact_id) as contact_id
    from model.mention
    inner join model.identity on mention.who = identity.who
    where mention.name_key in (select keyed.name_key from keyed)
    group by mention.name_key
    having count(distinct identity.contact_id) = 1
)

select
    keyed.person_id,
    keyed.introducer_name,
    introducer.contact_id as introducer_id
from keyed
left join bearer on keyed.name_key = bearer.name_key
left join model.contact_fact as introducer on bearer.contact_id = introducer.contact_id
left join model.self on bearer.contact_id = self.contact_id
where self.contact_id is null and introducer.contact_id is distinct from keyed.person_id

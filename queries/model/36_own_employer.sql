-- Table: where the user works and worked: by company key and by the mail domains of their own addresses
-- Grain: one row per company key or domain and period
-- Reads: records.own_position, records.entry, records.part, model.mention, model.identity, model.self, model.mail_provider
with
held as (
    select own_position.*
    from records.own_position
    where own_position.import_id = (
        select max(latest.import_id)
        from records.own_position as latest
    )
)

select distinct
    company,
    company_key,
    null::varchar as domain,
    coalesce(started_on, date '1900-01-01') as started_on,
    coalesce(finished_on, date '9999-12-31') as finished_on
from held
where company_key is not null
union
select distinct
    null as company,
    null as company_key,
    keys.domain(mention.email) as domain,
    date '1900-01-01' as started_on,
    date '9999-12-31' as finished_on
from model.self
inner join model.identity on self.contact_id = identity.contact_id
inner join model.mention on identity.who = mention.who
left join model.mail_provider on keys.domain(mention.email) = mail_provider.domain
where mention.email is not null and mail_provider.domain is null

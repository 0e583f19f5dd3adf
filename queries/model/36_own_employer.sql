-- Table: where the user works and worked: by company key and by the mail domains of their own addresses
-- Grain: one row per company key or domain and period
-- Reads: records.own_position, model.mention, model.identity, model.self, model.mail_provider
with
held as (
    select
        company,
        company_key,
        coalesce(started_on, date '1900-01-01') as started_on,
        coalesce(finished_on, date '9999-12-31') as finished_on
    from records.own_position
    where company_key is not null and import_id = (
        select max(latest.import_id)
        from records.own_position as latest
    )
),

own_domain as (
    select distinct keys.domain(mention.email) as domain
    from model.self
    inner join model.identity on self.contact_id = identity.contact_id
    inner join model.mention on identity.who = mention.who
    left join model.mail_provider on keys.domain(mention.email) = mail_provider.domain
    where mention.email is not null and mail_provider.domain is null
)

select distinct
    company,
    company_key,
    null::varchar as domain,
    started_on,
    finished_on
from held
union
-- An address at a former employer makes colleagues as long as that position lasted; any other always.
select distinct
    null as company,
    null as company_key,
    own_domain.domain,
    coalesce(held.started_on, date '1900-01-01') as started_on,
    coalesce(held.finished_on, date '9999-12-31') as finished_on
from own_domain
left join held on list_contains(keys.domain_names(held.company_key), keys.domain_label(own_domain.domain))

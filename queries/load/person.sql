-- The people of a staged file with their keys. A row's key: profile address, else e-mail, else name, else all of it;
-- a key that two different names share is no key of a person: the name joins it.
with
keyed as (
    select
        *,
        keys.url(profile_url) as url_key,
        keys.email(email) as email_key,
        keys.name(full_name) as name_key,
        keys.company(company) as company_key
    from staged_row
    where refusal is null
),

shared as (
    select
        email_key,
        null as name_key
    from keyed
    where url_key is null and email_key is not null
    group by email_key
    having count(distinct name_key) > 1
    union all
    select
        null as email_key,
        name_key
    from keyed
    where url_key is null and email_key is null and name_key is not null
    group by name_key
    having count(*) > 1
)

select
    keyed.line,
    md5_number(case
        when keyed.url_key is not null then 'url:' || keyed.url_key
        when keyed.email_key is not null and shared_mail.email_key is null then 'mail:' || keyed.email_key
        when keyed.email_key is not null then concat_ws('|', 'mail:' || keyed.email_key, keyed.name_key)
        when keyed.name_key is not null and shared_name.name_key is null then 'name:' || keyed.name_key
        when keyed.name_key is not null then concat_ws('|', 'name:' || keyed.name_key, keyed.company_key)
        else 'row:' || keyed.content_hash
    end) as row_key,
    keyed.is_self,
    keyed.full_name,
    keyed.url_key as profile_url,
    keyed.email_key as email,
    keyed.name_key,
    keyed.company_key,
    keyed.phone,
    keyed.company,
    keyed.position,
    keyed.industry_text,
    keyed.connected_on,
    keys.hash(concat_ws('|', keyed.url_key, '', keyed.email_key, '', keyed.name_key, '', keyed.company_key)) as who
from keyed
left join shared as shared_mail
    on keyed.email_key = shared_mail.email_key
left join shared as shared_name
    on keyed.name_key = shared_name.name_key

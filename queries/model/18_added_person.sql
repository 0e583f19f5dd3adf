-- Table: the people the user added by hand, with the columns of a row that a file says
-- Grain: one row per person added
-- Reads: decisions.added_contact, records.import
with
held as (
    select
        full_name,
        company,
        position,
        email,
        profile_url,
        industry,
        arg_max(decided_at, decision_no) as decided_at,
        max(decision_no) as decision_no
    from decisions.added_contact
    group by full_name, company, position, email, profile_url, industry
    having arg_max_null(is_added, decision_no)
),

keyed as (
    select
        *,
        keys.url(profile_url) as url_key,
        keys.email(email) as email_key,
        coalesce(keys.name(full_name), keys.words(full_name)) as name_key,
        keys.company(company) as company_key,
        row_number() over (order by decision_no) as place
    from held
)

select
    -- Their place in time: after the files that were there when they were added, before all that came later.
    coalesce(max(import.import_id), 0) as import_id,
    2147483647 as part_no,
    keyed.place::integer as line,
    false as is_self,
    keyed.full_name,
    keyed.url_key as profile_url,
    keyed.email_key as email,
    keyed.name_key,
    keyed.company_key,
    null::varchar as phone,
    keyed.company,
    keyed.position,
    null::varchar as industry_text,
    null::date as connected_on,
    keys.hash(concat_ws('|', keyed.url_key, '', keyed.email_key, '', keyed.name_key, '', keyed.company_key)) as who,
    keyed.industry,
    keyed.decided_at,
    keyed.decision_no
from keyed
left join records.import on keyed.decided_at >= import.imported_at
group by all

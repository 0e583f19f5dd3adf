-- Question: What is known of this person, and who says so?
-- Grain: one row per fact, value and whoever says it last: the user, or a file
-- Params:
--   who          | VARCHAR | -       | contact id; ids of before a merge still lead to the person
-- Columns:
--   fact         | VARCHAR | -       | name, company, position, e-mail, profile, phone, industry, connected, introduced by
--   fact_value   | VARCHAR | -       | as it is written there
--   is_used      | BOOLEAN | -       | the dashboard takes this value
--   is_yours     | BOOLEAN | -       | the user said so: added or corrected by hand
--   file         | VARCHAR | -       | the newest file that says so; NULL: the user
--   line         | INTEGER | -       | row or line in that file
--   stated_on    | DATE    | -       | day of the import, or of the user's word
with
params as (
    select $who::varchar as asked_id
),

found as (
    select arg_min(identity.contact_id, (identity.contact_id != params.asked_id, identity.contact_id)) as contact_id
    from model.identity
    cross join params
    where params.asked_id in (identity.contact_id, identity.alias_id)
),

mine as (
    select identity.who
    from model.identity
    inner join found on identity.contact_id = found.contact_id
),

listed as (
    select
        person_row.import_id,
        person_row.part_no,
        person_row.line,
        person_row.kind = 'added by hand' as is_yours,
        person_row.imported_at::date as stated_on,
        2 as weight,
        unnest([
            {'fact': 'name', 'fact_value': person_row.full_name},
            {'fact': 'company', 'fact_value': person_row.company},
            {'fact': 'position', 'fact_value': person_row.position},
            {'fact': 'e-mail', 'fact_value': person_row.email},
            {'fact': 'profile', 'fact_value': person_row.profile_url},
            {'fact': 'phone', 'fact_value': person_row.phone},
            {'fact': 'industry', 'fact_value': person_row.industry_text},
            {'fact': 'connected', 'fact_value': strftime(person_row.connected_on, '%-d %b %Y')}
        ]) as statement
    from model.person_row
    inner join mine on person_row.who = mine.who
),

mentioned as (
    select
        mention.import_id,
        mention.part_no,
        mention.line,
        false as is_yours,
        null::date as stated_on,
        0 as weight,
        unnest([
            {'fact': 'name', 'fact_value': mention.full_name},
            {'fact': 'e-mail', 'fact_value': mention.email},
            {'fact': 'profile', 'fact_value': mention.profile_url}
        ]) as statement
    from model.mention
    inner join mine on mention.who = mine.who
    where not mention.is_listed
),

-- What an older copy of a list said.
earlier as (
    select
        employment.last_row.part_no = 2147483647 as is_yours,
        employment.last_row,
        employment.last_seen_on as stated_on,
        1 as weight,
        unnest([
            {'fact': 'company', 'fact_value': employment.company},
            {'fact': 'position', 'fact_value': employment.position}
        ]) as statement
    from model.employment
    inner join found on employment.contact_id = found.contact_id
),

corrected as (
    select
        0 as import_id,
        0 as part_no,
        null::integer as line,
        true as is_yours,
        word.said.stated_on,
        3 as weight,
        {'fact': word.said.fact, 'fact_value': word.said.fact_value} as statement
    from (
        select
            contact_id,
            unnest([
                {'fact': 'name', 'fact_value': full_name, 'stated_on': full_name_at::date},
                {'fact': 'position', 'fact_value': position, 'stated_on': position_at::date}
            ]) as said
        from model.contact_correction
        union all
        select
            contact_id,
            {'fact': 'company', 'fact_value': coalesce(company, ''), 'stated_on': decided_at::date} as said
        from model.employer_correction
    ) as word
    inner join found on word.contact_id = found.contact_id
),

in_address_book as (
    select
        address_book_fact.import_id,
        address_book_fact.part_no,
        address_book_fact.line,
        false as is_yours,
        address_book_fact.stated_on,
        2 as weight,
        {'fact': address_book_fact.fact, 'fact_value': address_book_fact.fact_value} as statement
    from model.address_book_fact
    inner join mine on address_book_fact.who = mine.who
),

said as (
    from corrected
    union all by name
    from in_address_book
    union all by name
    from listed
    union all by name
    from mentioned
    union all by name
    select
        * exclude (last_row),
        last_row.import_id,
        last_row.part_no,
        last_row.line
    from earlier
),

newest as (
    select
        statement.fact,
        statement.fact_value,
        is_yours,
        -- A list says more of a person than a calendar that names them.
        arg_max(struct_pack(import_id, part_no, line, stated_on), (weight, import_id, -part_no, -line)) as place
    from said
    where statement.fact_value is not null
    group by statement.fact, statement.fact_value, is_yours
),

held as (
    select
        coalesce(contact_fact.full_name, person.full_name) as full_name,
        person.company,
        case when contact_fact.contact_id is null then person.position else contact_fact.position end as position,
        person.phone,
        person.industry_text
    from model.person
    inner join found on person.contact_id = found.contact_id
    left join model.contact_fact on person.contact_id = contact_fact.contact_id
)

select
    newest.fact,
    case when newest.fact_value = '' then 'none' else newest.fact_value end as fact_value,
    case newest.fact
        when 'name' then newest.fact_value = held.full_name
        when 'company' then newest.fact_value = coalesce(held.company, '')
        when 'position' then newest.fact_value = coalesce(held.position, '')
        when 'phone' then newest.fact_value = held.phone
        when 'industry' then newest.fact_value = held.industry_text
        else true
    end as is_used,
    newest.is_yours,
    case when not newest.is_yours then import_part.file end as file,
    case when not newest.is_yours then newest.place.line end as line,
    coalesce(newest.place.stated_on, import_part.imported_at::date) as stated_on
from newest
cross join held
left join model.import_part
    on newest.place.import_id = import_part.import_id
    and newest.place.part_no = import_part.part_no
order by
    case newest.fact
        when 'name' then 1 when 'company' then 2 when 'position' then 3 when 'e-mail' then 4 when 'profile' then 5
        when 'phone' then 6 when 'industry' then 7 when 'connected' then 8
        else 9
    end,
    is_used desc, newest.is_yours desc, stated_on desc, fact_value

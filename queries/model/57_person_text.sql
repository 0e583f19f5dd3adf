-- Table: the words by which somebody is found: name, company, position and addresses, without accents and case
-- Grain: one row per person, those who were only seen too
-- Reads: model.person, model.contact_fact, model.identity, model.mention, model.address_book_fact
with
address as (
    select
        identity.contact_id,
        string_agg(distinct written.email, ' ' order by written.email) as emails
    from model.identity
    inner join (
        select
            mention.who,
            mention.email
        from model.mention
        union all
        select
            address_book_fact.who,
            address_book_fact.fact_value as email
        from model.address_book_fact
        where address_book_fact.fact = 'e-mail'
    ) as written on identity.who = written.who
    where written.email is not null
    group by identity.contact_id
),

known as (
    select
        person.contact_id,
        contact_fact.contact_id is not null as is_contact,
        coalesce(contact_fact.full_name, person.full_name) as full_name,
        coalesce(contact_fact.company, person.company) as company,
        coalesce(contact_fact.position, person.position) as position,
        contact_fact.last_interaction_on,
        address.emails,
        keys.words(coalesce(contact_fact.full_name, person.full_name)) as name_words
    from model.person
    left join model.contact_fact on person.contact_id = contact_fact.contact_id
    left join address on person.contact_id = address.contact_id
)

select
    contact_id,
    is_contact,
    full_name,
    company,
    position,
    last_interaction_on,
    -- A blank in front of each word: what is typed is looked for at the beginning of words.
    -- An address that stands for a name is no name.
    ' ' || case when contains(full_name, '@') then '' else coalesce(name_words, '') end as name_text,
    ' ' || concat_ws(' ', name_words, keys.words(concat_ws(' ', company, position, emails))) as search_text
from known

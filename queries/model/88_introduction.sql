-- Table: introductions somebody made for the user: asks that came so far, what the user said of a person, and what an
--   address book says. Of one person the user's word goes before an ask, an ask before an address book
-- Grain: one row per person introduced, and one per ask of which nobody is known yet
-- Reads: model.contact_origin, model.intro_request, model.intro_person, model.referral, model.contact_fact
with
told as (
    select
        1 as place,
        'you said so' as source,
        contact_id as person_id,
        introducer_id,
        introducer_key,
        null as introducer_name,
        null as request_key,
        null as target_industry,
        null as target_name,
        null as introduced_on
    from model.contact_origin
    union all
    select
        2 as place,
        'an ask' as source,
        contact_fact.contact_id as person_id,
        intro_request.contact_id as introducer_id,
        intro_request.identity_key as introducer_key,
        null as introducer_name,
        intro_request.request_key,
        intro_request.target_industry,
        intro_request.target_name,
        coalesce(intro_request.introduced_on, intro_request.met_on, intro_request.kept_on) as introduced_on
    from model.intro_request
    left join model.intro_person
        on intro_request.request_key = intro_person.request_key
        and not intro_person.is_declined
    left join model.contact_fact on intro_person.contact_id = contact_fact.contact_id
    where intro_request.step >= 5
    union all
    select
        3 as place,
        'an address book' as source,
        person_id,
        introducer_id,
        null as introducer_key,
        introducer_name,
        null as request_key,
        null as target_industry,
        null as target_name,
        null as introduced_on
    from model.referral
),

-- The first to speak about a person is heard, also where the user says "by myself".
heard as (
    select *
    from told
    qualify row_number() over (
        partition by coalesce(person_id, request_key) order by place, introduced_on, request_key, introducer_key
    ) = 1
)

select
    heard.person_id,
    heard.introducer_id,
    coalesce(heard.introducer_key, introducer.identity_key) as introducer_key,
    coalesce(introducer.full_name, heard.introducer_name) as introducer_name,
    heard.source,
    heard.request_key,
    heard.target_industry,
    heard.target_name,
    -- Where nobody says the day: since when the person is known.
    coalesce(heard.introduced_on, least(person.connected_on, person.first_interaction_on)) as introduced_on
from heard
left join model.contact_fact as introducer on heard.introducer_id = introducer.contact_id
left join model.contact_fact as person on heard.person_id = person.contact_id
where heard.introducer_id is not null or heard.introducer_key is not null or heard.introducer_name is not null

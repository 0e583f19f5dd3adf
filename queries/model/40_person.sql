-- Table: everybody but the user, with what the newest files say of them, and the employer the user corrected
-- Grain: one row per person
-- Reads: model.identity, model.mention, model.person_row, model.self, model.mail_provider, model.employer_correction
with
other as (
    select
        identity.contact_id,
        identity.who,
        identity.first_key
    from model.identity
    where identity.contact_id not in (select self.contact_id from model.self)
),

listed as (
    select
        other.contact_id,
        -- LinkedIn knows the present job better than an old spreadsheet; among equals the newest file wins.
        arg_max(person_row.full_name, ranked_row.place) as full_name,
        -- One row's company and title: never the title of another job.
        arg_max({
            'company': person_row.company, 'company_key': person_row.company_key, 'position': person_row.position,
            'stated_on': person_row.imported_at::date
        }, ranked_row.place) filter (person_row.company is not null) as job,
        arg_max(person_row.position, ranked_row.place) as position,
        arg_max(person_row.industry_text, ranked_row.place[2:]) as industry_text,
        arg_max(person_row.phone, ranked_row.place[2:]) as phone,
        min(person_row.connected_on) as connected_on,
        bool_or(person_row.kind = 'linkedin_connections') as is_connection,
        bool_or(person_row.full_name is not null or person_row.email is not null) as is_listed,
        bool_and(person_row.is_vanished) as is_vanished,
        max(person_row.vanished_on) as vanished_on
    from other
    inner join model.person_row on other.who = person_row.who
    cross join lateral (
        select [(person_row.kind = 'linkedin_connections')::integer, person_row.copy_no, -person_row.part_no,
            -person_row.line] as place
    ) as ranked_row
    where not person_row.is_self
    group by other.contact_id
),

mentioned as (
    select
        other.contact_id,
        any_value(other.first_key) as first_key,
        min(mention.full_name) filter (mention.name_key is not null) as full_name,
        arg_min(
            mention.email, (mail_provider.domain is not null, not mention.is_current, -mention.import_id, mention.email)
        ) as email,
        arg_min(mention.profile_url, (not mention.is_current, -mention.import_id, mention.profile_url)) as profile_url,
        bool_or(mention.is_shared_email) as is_shared_email
    from other
    inner join model.mention on other.who = mention.who
    left join model.mail_provider on keys.domain(mention.email) = mail_provider.domain
    group by other.contact_id
)

select
    mentioned.contact_id,
    mentioned.first_key as identity_key,
    coalesce(listed.full_name, mentioned.full_name, mentioned.email, mentioned.profile_url) as full_name,
    case when employer_correction.contact_id is null then listed.job.company else employer_correction.company end
        as company,
    case when employer_correction.contact_id is null then listed.job.company_key else employer_correction.company_key end
        as company_key,
    case when listed.job is not null then listed.job.position else listed.position end as position,
    listed.industry_text,
    listed.phone,
    coalesce(employer_correction.decided_at::date, listed.job.stated_on) as stated_on,
    mentioned.email,
    case when mail_provider.domain is null then keys.domain(mentioned.email) end as domain,
    mentioned.profile_url,
    listed.connected_on,
    coalesce(listed.is_connection, false) as is_connection,
    coalesce(listed.is_listed, false) as is_listed,
    coalesce(listed.is_vanished, false) as is_vanished,
    case when listed.is_vanished then listed.vanished_on end as vanished_on,
    mentioned.is_shared_email
    or regexp_matches(
        coalesce(mentioned.email, ''),
        '^(info|office|contact|kontakt|hello|hallo|support|sales|admin|team|mail|service|reception|empfang|appointments'
        || '|booking|bookings|no-?reply|noreply|newsletter)@'
    ) as is_shared_mailbox
from mentioned
left join listed on mentioned.contact_id = listed.contact_id
left join model.employer_correction on mentioned.contact_id = employer_correction.contact_id
left join model.mail_provider on keys.domain(mentioned.email) = mail_provider.domain

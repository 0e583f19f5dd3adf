-- Question: Which of my asks do the files seem to answer?
-- Grain: one row per request and person, the latest first; each waits for your yes or no
-- Columns:
--   request_key    | VARCHAR | -    | key of the request, for decisions
--   person         | VARCHAR | -    | whom you seem to have been introduced to
--   person_id      | VARCHAR | -    | their contact id
--   person_key     | VARCHAR | -    | their identity key, for decisions
--   introducer     | VARCHAR | -    | who was asked; NULL: no longer in the files
--   target_label   | VARCHAR | -    | the industry that was asked for
--   verdict        | VARCHAR | -    | introduced, or met where you have spoken: what a yes would say
--   first_on       | DATE    | -    | the day of that first mail, message, call or meeting
--   days_after     | BIGINT  | days | after the ask
--   is_named       | BOOLEAN | -    | the person asked for, or one you confirmed; false: of that industry, seen with the introducer
--   evidence       | VARCHAR | -    | in words, with the day
select
    introduction_proposal.request_key,
    person.full_name as person,
    person.contact_id as person_id,
    person.identity_key as person_key,
    introducer.full_name as introducer,
    industry.short_label as target_label,
    introduction_proposal.verdict,
    introduction_proposal.first_on,
    introduction_proposal.days_after,
    introduction_proposal.is_named,
    printf('first %s with %s%s on %s, %s%s',
        introduction_proposal.channel,
        person.full_name,
        coalesce(' of ' || person.company, ''),
        strftime(introduction_proposal.first_on, '%-d %b %Y'),
        case introduction_proposal.days_after
            when 0 then 'the day you asked '
            when 1 then '1 day after you asked '
            else introduction_proposal.days_after || ' days after you asked '
        end || coalesce(introducer.full_name, 'for it'),
        case
            when introduction_proposal.shared_on is null then ''
            when introduction_proposal.shared_on = introduction_proposal.first_on then ', who was in it'
            else strftime(introduction_proposal.shared_on, '; all three of you on %-d %b %Y')
        end) as evidence
from model.introduction_proposal
inner join model.intro_request on introduction_proposal.request_key = intro_request.request_key
inner join model.contact as person on introduction_proposal.contact_id = person.contact_id
left join model.contact as introducer on intro_request.contact_id = introducer.contact_id
left join model.industry on intro_request.target_industry = industry.industry
order by introduction_proposal.first_on desc, introduction_proposal.request_key, person.contact_id

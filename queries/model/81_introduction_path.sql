-- Macro: introduction_path(as_of)
-- Table: through whom the user could meet whom, how warm the tie to the introducer is, and what says so. Who is private,
--   archived or never to be suggested introduces nobody
-- Grain: one row per person and introducer
-- Reads: model.second_degree_path, model.second_degree, model.contact, model.tie
select
    second_degree.person_id,
    second_degree.full_name,
    second_degree.company,
    second_degree.position,
    second_degree.profile_url,
    second_degree.industry,
    case
        when second_degree.industry is null then 'unsure'
        when second_degree.industry_confidence >= 0.8 then 'sure'
        when second_degree.industry_confidence >= 0.3 then 'likely'
        else 'unsure'
    end as sureness,
    second_degree.is_contact,
    second_degree.contact_id,
    introducer.contact_id as introducer_id,
    introducer.identity_key as introducer_key,
    introducer.full_name as introducer,
    introducer.company as introducer_company,
    introducer.position as introducer_position,
    introducer.email as introducer_email,
    introducer.industry as introducer_industry,
    introducer.last_interaction_on,
    tie.strength,
    second_degree_path.certainty,
    case
        when second_degree_path.certainty = 'known' then printf(
            'knows %s (%s%s, imported on %s)',
            second_degree.full_name,
            coalesce('connected on ' || strftime(second_degree_path.connected_on, '%-d %B %Y') || '; ', ''),
            split_part(second_degree_path.file_name, '/', -1),
            strftime(second_degree_path.stated_on, '%-d %B %Y')
        )
        else printf(
            'was in %s with %s, last on %s (you were there)',
            concat_ws(
                ' and ',
                case
                    when second_degree_path.meetings = 1 then '1 meeting'
                    when second_degree_path.meetings > 1 then second_degree_path.meetings || ' meetings'
                end,
                case
                    when second_degree_path.writings = 1 then '1 mail'
                    when second_degree_path.writings > 1 then second_degree_path.writings || ' mails'
                end
            ),
            second_degree.full_name,
            strftime(second_degree_path.last_on, '%-d %B %Y')
        )
    end as evidence,
    split_part(second_degree_path.file_name, '/', -1) as source,
    coalesce(second_degree_path.stated_on, second_degree_path.last_on) as said_on,
    second_degree_path.connected_on
from model.second_degree_path
inner join model.second_degree on second_degree_path.person_id = second_degree.person_id
inner join model.contact as introducer on second_degree_path.introducer_id = introducer.contact_id
left join model.tie(as_of) as tie on second_degree_path.introducer_id = tie.contact_id
where not introducer.is_private and not introducer.is_archived and not introducer.is_never_suggested
    and not introducer.is_shared_mailbox and introducer.full_name is not null

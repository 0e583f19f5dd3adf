-- Table: the user's own industry and where it is known from; of several files the newest holds
-- Grain: one row
-- Reads: model.setting, model.industry_guess, records.person, records.own_position
with
candidate as (
    select
        1 as place,
        0 as import_id,
        0 as line,
        home_industry as industry,
        'you said so' as source
    from model.setting
    where home_industry is not null
    union all
    select
        2 as place,
        person.import_id,
        person.line,
        industry_guess.industry,
        'your LinkedIn profile' as source
    from records.person
    inner join model.industry_guess
        on person.industry_text = industry_guess.industry_text
        and industry_guess.company is null and industry_guess.position is null and industry_guess.domain is null
    where person.is_self and industry_guess.industry is not null
    union all
    select
        3 as place,
        own_position.import_id,
        own_position.line,
        industry_guess.industry,
        'your present position' as source
    from records.own_position
    inner join model.industry_guess
        on own_position.company = industry_guess.company
        and own_position.title is not distinct from industry_guess.position
        and industry_guess.domain is null and industry_guess.industry_text is null
    where own_position.finished_on is null and industry_guess.industry is not null
)

select
    arg_min(industry, (place, -import_id, line, industry)) as industry,
    arg_min(source, (place, -import_id, line, industry)) as source
from candidate

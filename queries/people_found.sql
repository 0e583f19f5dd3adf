-- Question: Whom do I mean by these words?
-- Grain: one row per person found, best first: the name itself, names that begin so, then company, position, address
-- Params:
--   search       | VARCHAR | -       | what was typed: beginnings of words, in any case, with or without accents
--   at_most      | INTEGER | people  | how many to give
-- Columns:
--   contact_id          | VARCHAR | -       | short id, for addresses of pages
--   identity_key        | VARCHAR | -       | the key decisions are kept under
--   full_name           | VARCHAR | -       | name
--   company             | VARCHAR | -       | employer
--   position            | VARCHAR | -       | job title
--   is_contact          | BOOLEAN | -       | false: only seen, in an audience or in copy
--   last_interaction_on | DATE    | -       | latest interaction ever
with
params as (
    select
        at_most,
        words,
        string_split(words, ' ') as word_list
    from (
        select
            $at_most::integer as at_most,
            keys.words($search::varchar) as words
    ) as given
),

matched as (
    select
        person_text.*,
        case
            when person_text.name_text = ' ' || params.words then 1
            when starts_with(person_text.name_text, ' ' || params.words) then 2
            when list_bool_and(list_transform(
                params.word_list, lambda word: contains(person_text.name_text, ' ' || word)
            )) then 3
            when list_bool_and(list_transform(
                params.word_list, lambda word: contains(person_text.search_text, ' ' || word)
            )) then 4
            -- Scripts without blanks between words, and the middle of a long name.
            when contains(person_text.search_text, params.words) then 5
        end as place
    from model.person_text
    cross join params
    where contains(person_text.search_text, params.word_list[1])
),

best as (
    select matched.*
    from matched
    cross join params
    where matched.place is not null
    qualify row_number() over (
        order by matched.place, matched.is_contact desc, matched.last_interaction_on desc nulls last,
            matched.full_name, matched.contact_id
    ) <= any_value(params.at_most) over ()
)

select
    best.contact_id,
    person.identity_key,
    best.full_name,
    best.company,
    best.position,
    best.is_contact,
    best.last_interaction_on
from best
inner join model.person on best.contact_id = person.contact_id
order by
    best.place, best.is_contact desc, best.last_interaction_on desc nulls last, best.full_name, best.contact_id

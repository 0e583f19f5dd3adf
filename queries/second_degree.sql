-- Question: Whom could I meet through the people I know?
-- Grain: one row per person of the second degree, those in an industry I lack first, then who is known for sure; the best
--   of each industry before the second best of any: industry sure, warmest path, longest known. Known: on a list that a
--   contact shared. Likely: met only in company of a contact
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of the window that ends on as_of
--   weighting    | VARCHAR | -       | minutes, people or warm
--   industry     | VARCHAR | -       | code of an industry; NULL: all
--   people       | INTEGER | people  | how many to give
--   today        | DATE    | -       | the day it is: what was asked is counted from here
-- Columns:
--   person_id           | VARCHAR | -      | short id of the person
--   full_name           | VARCHAR | -      | whom to meet
--   company             | VARCHAR | -      | where they work
--   position            | VARCHAR | -      | what they do there
--   industry            | VARCHAR | -      | code of their industry; NULL: not known
--   industry_label      | VARCHAR | -      | the same in words
--   sureness            | VARCHAR | -      | how sure that is: sure, likely, unsure
--   is_gap              | BOOLEAN | -      | the industry is below its target
--   is_contact          | BOOLEAN | -      | met, but never without somebody who knows them better
--   introducer          | VARCHAR | -      | through whom: the surest and warmest path
--   introducer_id       | VARCHAR | -      | their contact id
--   introducer_key      | VARCHAR | -      | their identity key, for decisions
--   introducer_company  | VARCHAR | -      | where they work
--   introducer_position | VARCHAR | -      | what they do there
--   introducer_email    | VARCHAR | -      | an address of theirs, if known
--   strength            | DOUBLE  | 0..100 | how warm the tie to the introducer is; NULL: no interaction on record
--   last_interaction_on | DATE    | -      | latest interaction with the introducer
--   last_asked_on       | DATE    | -      | when the introducer was last asked for an introduction; NULL: never
--   is_resting          | BOOLEAN | -      | the introducer has an open request, or was asked in the last 90 days
--   certainty           | VARCHAR | -      | known or likely
--   evidence            | VARCHAR | -      | what says that the introducer knows them, with a date and a source
--   paths               | BIGINT  | people | introducers who know them
--   also_through        | VARCHAR | -      | the other introducers, the best first
--   total               | BIGINT  | people | people there are in all, of that industry
--   in_gaps             | BIGINT  | people | those of them in industries I lack
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting,
        $industry::varchar as industry,
        $people::integer as people,
        $today::date as today
),

-- Only what ranking needs: the sentences are made for those who are shown.
path as materialized (
    select
        introduction_path.person_id,
        introduction_path.full_name,
        introduction_path.introducer_id,
        introduction_path.introducer,
        introduction_path.industry,
        introduction_path.certainty,
        introduction_path.sureness != 'sure' as is_unsure,
        introduction_path.position is null as is_without_position,
        introduction_path.connected_on,
        -coalesce(introduction_path.strength, -1) as coolness
    from model.introduction_path((select params.as_of from params)) as introduction_path
    cross join params
    where params.industry is null or introduction_path.industry = params.industry
),

best as (
    select
        person_id,
        any_value(full_name) as full_name,
        any_value(industry) as industry,
        any_value(is_unsure) as is_unsure,
        any_value(is_without_position) as is_without_position,
        arg_min(struct_pack(introducer_id, certainty, coolness, connected_on), (certainty, coolness, introducer_id)) as way,
        count(*) as paths
    from path
    group by person_id
),

queued as (
    select
        best.*,
        gap_industry.industry is not null as is_gap,
        row_number() over (
            partition by best.industry, best.way.certainty
            order by
                best.is_unsure, best.way.coolness, best.is_without_position, best.way.connected_on nulls last,
                best.full_name, best.person_id
        ) as place_in_industry
    from best
    left join model.gap_industry(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as gap_industry on best.industry = gap_industry.industry
),

placed as (
    select
        queued.person_id,
        queued.way.introducer_id,
        queued.is_gap,
        queued.paths,
        industry.short_label as industry_label,
        row_number() over (
            order by
                not queued.is_gap, queued.industry is null, queued.way.certainty, queued.place_in_industry, industry.place,
                queued.full_name, queued.person_id
        ) as standing
    from queued
    left join model.industry on queued.industry = industry.industry
),

-- Not a window over all: that costs seconds.
counted as (
    select
        count(*) as total,
        count(*) filter (is_gap) as in_gaps
    from queued
),

shown as (
    select
        placed.*,
        counted.total,
        counted.in_gaps
    from placed
    cross join params
    cross join counted
    where placed.standing <= params.people
),

further as (
    select
        path.person_id,
        array_to_string(list(path.introducer order by path.certainty, path.coolness, path.introducer_id)[1:5], ', ')
            as also_through
    from path
    inner join shown
        on path.person_id = shown.person_id
        and path.introducer_id != shown.introducer_id
    group by path.person_id
),

asked as (
    select
        contact_id,
        max(asked_on) as last_asked_on,
        bool_or(is_open and state != 'met') as is_open
    from model.intro_request
    where contact_id is not null
    group by contact_id
)

select
    shown.person_id,
    introduction_path.full_name,
    introduction_path.company,
    introduction_path.position,
    introduction_path.industry,
    shown.industry_label,
    introduction_path.sureness,
    shown.is_gap,
    introduction_path.is_contact,
    introduction_path.introducer,
    introduction_path.introducer_id,
    introduction_path.introducer_key,
    introduction_path.introducer_company,
    introduction_path.introducer_position,
    introduction_path.introducer_email,
    introduction_path.strength,
    introduction_path.last_interaction_on,
    asked.last_asked_on,
    coalesce(asked.is_open, false) or coalesce(asked.last_asked_on > params.today - 90, false) as is_resting,
    introduction_path.certainty,
    introduction_path.evidence,
    shown.paths,
    further.also_through,
    shown.total,
    shown.in_gaps
from shown
cross join params
inner join model.introduction_path((select params.as_of from params)) as introduction_path
    on shown.person_id = introduction_path.person_id
    and shown.introducer_id = introduction_path.introducer_id
left join further on shown.person_id = further.person_id
left join asked on shown.introducer_id = asked.contact_id
order by shown.standing

-- Question: Whom should I ask for an introduction, and into which industry?
-- Grain: one row per introducer and industry, best ask first; at most per_industry asks for an industry and
--   per_introducer for a person. Left out: who has an open request or was asked in the last 90 days (unless is_resting_too),
--   what was put off, and what does not matter to the user. Gain is what the ask adds to the expected closing of gaps after
--   the asks that are open now and those above it
-- Params:
--   as_of          | DATE    | -       | last day that counts
--   window_days    | INTEGER | days    | length of the window that ends on as_of
--   weighting      | VARCHAR | -       | minutes, people or warm
--   per_industry   | INTEGER | -       | asks listed for one industry
--   per_introducer | INTEGER | -       | asks listed for one person
--   is_resting_too | BOOLEAN | -       | also who has an open request or was asked in the last 90 days
--   today          | DATE    | -       | the day it is: what was asked or put off is counted from here
-- Columns:
--   rank                | BIGINT  | -      | 1 is the best ask
--   introducer          | VARCHAR | -      | whom to ask
--   introducer_id       | VARCHAR | -      | their contact id
--   introducer_key      | VARCHAR | -      | their identity key, for decisions
--   introducer_company  | VARCHAR | -      | where they work
--   introducer_position | VARCHAR | -      | what they do there
--   introducer_email    | VARCHAR | -      | an address of theirs, if known
--   introducer_industry | VARCHAR | -      | code of their industry
--   strength            | DOUBLE  | 0..100 | how warm the tie is; NULL: no interaction on record
--   spoken_minutes      | DOUBLE  | minutes | of the strength: meetings and calls, faded with time
--   written_minutes     | DOUBLE  | minutes | of the strength: mail and messages, faded, as far as they went both ways
--   last_interaction_on | DATE    | -      | latest interaction
--   last_asked_on       | DATE    | -      | when they were last asked for an introduction; NULL: never
--   favours_given       | BIGINT  | -      | favours you did them
--   favours_received    | BIGINT  | -      | favours they did you
--   is_resting          | BOOLEAN | -      | has an open request, or was asked in the last 90 days
--   target_industry     | VARCHAR | -      | code of the industry to be introduced into
--   target_label        | VARCHAR | -      | the same in words
--   target_name         | VARCHAR | -      | a person to be introduced to, where one is known
--   target_company      | VARCHAR | -      | where that person works
--   evidence            | VARCHAR | -      | why this introducer, with a date and a source
--   certainty           | VARCHAR | -      | known, likely or guess
--   yes_chance          | DOUBLE  | 0..1   | chance that they agree: an assumption, corrected by what came of earlier asks
--   knows_chance        | DOUBLE  | 0..1   | chance that they know somebody there (assumption)
--   door_chance         | DOUBLE  | 0..1   | both together
--   gap_points          | DOUBLE  | 0..1   | width of the gap
--   interest            | INTEGER | -      | how much the industry matters to the user: 1 as any, 2 twice
--   open_chance         | DOUBLE  | 0..1   | chance that asks which are open now open the industry already
--   choice              | VARCHAR | -      | pinned or swapped in the asks of this week
--   gain                | DOUBLE  | 0..1   | expected closing of gaps this ask adds, weighed by interest
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting,
        $per_industry::integer as per_industry,
        $per_introducer::integer as per_introducer,
        $is_resting_too::boolean as is_resting_too,
        $today::date as today
),

present as (
    select
        contact_weight.industry,
        count(*) filter (contact_weight.is_counted) as people,
        sum(contact_weight.weight) as weight
    from params
    cross join model.contact_weight(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as contact_weight
    where contact_weight.industry is not null
    group by contact_weight.industry
),

-- Shares are of all industries, the home industry too; only then it is left out.
placed as (
    select
        industry.industry,
        industry.short_label as label,
        target_mix.interest,
        target_mix.target_share - coalesce(present.weight, 0) / nullif(sum(present.weight) over (), 0) as gap_points,
        greatest(0.01, (coalesce(present.people, 0) + 5 * target_mix.reference_share)
            / (sum(coalesce(present.people, 0)) over () + 5)) as base_rate
    from model.industry
    inner join model.target_mix on industry.industry = target_mix.industry
    left join present on industry.industry = present.industry
),

gap as (
    select placed.*
    from placed
    cross join model.home
    where placed.gap_points > 0 and placed.industry is distinct from home.industry and placed.interest > 0
),

introducer as (
    select *
    from model.introducer((select params.as_of from params), (select params.today from params))
),

-- Who may be asked on a hunch: for any industry only the likeliest, or every pair of person and industry is a row.
hunch as (
    select introducer.*
    from introducer
    cross join params
    cross join model.setting
    where params.is_resting_too or not introducer.is_resting
    qualify row_number() over (
        order by introducer.yes_chance * case when introducer.trade != '' then setting.odds_trade else 1 end desc,
            introducer.contact_id
    ) <= 300
),

-- Whom introducers know there by name, the surest and longest known first: on a list they shared, or met in company.
named as (
    select
        introduction_path.*,
        row_number() over (
            partition by introduction_path.introducer_id, introduction_path.industry, introduction_path.certainty
            order by
                introduction_path.sureness != 'sure', introduction_path.position is null, introduction_path.connected_on nulls last,
                introduction_path.full_name, introduction_path.person_id
        ) as place,
        count(*) over (
            partition by introduction_path.introducer_id, introduction_path.industry, introduction_path.certainty
        ) as people
    -- Its strengths are not asked for: those of the day before all days cost nothing.
    from model.introduction_path(date '1900-01-01') as introduction_path
    inner join gap on introduction_path.industry = gap.industry
),

reason as (
    -- Known to know somebody is certain; met in company is worth no more than once having worked there.
    select
        named.introducer_id as contact_id,
        named.industry,
        case when named.certainty = 'known' then 0 else 2.5 end as place,
        case when named.certainty = 'known' then 1 else setting.knows_worked end as knows_chance,
        case
            when named.people = 1 then named.evidence
            when named.certainty = 'known' then printf(
                'knows %d people in %s, %s among them (%s, imported on %s)',
                named.people, gap.label, named.full_name, named.source, strftime(named.said_on, '%-d %B %Y')
            )
            else printf('%s; and with %d more in %s', named.evidence, named.people - 1, gap.label)
        end as evidence,
        named.full_name as target_name,
        named.company as target_company
    from named
    inner join gap on named.industry = gap.industry
    cross join model.setting
    where named.place = 1
    union all
    select
        introducer.contact_id,
        gap.industry,
        1 as place,
        setting.knows_works as knows_chance,
        case
            when introducer.company is null and introducer.domain is null then 'you placed them in ' || gap.label
            when introducer.company is null then printf('works at %s (their address)', introducer.domain)
            when introducer.contact_id in (select employer_correction.contact_id from model.employer_correction)
                then printf('works at %s (you said so on %s)', introducer.company,
                    strftime(introducer.stated_on, '%-d %B %Y'))
            else printf('works at %s (%s imported on %s)', introducer.company,
                case when introducer.is_connection then 'LinkedIn export' else 'contact list' end,
                strftime(introducer.stated_on, '%-d %B %Y'))
        end as evidence,
        null as target_name,
        null as target_company
    from introducer
    inner join gap on introducer.industry = gap.industry
    cross join model.setting
    union all
    select
        introducer.contact_id,
        gap.industry,
        2 as place,
        setting.knows_worked as knows_chance,
        printf('worked at %s until an export imported on %s', former_industry.company,
            strftime(former_industry.last_seen_on, '%-d %B %Y')) as evidence,
        null as target_name,
        null as target_company
    from introducer
    inner join model.former_industry on introducer.contact_id = former_industry.contact_id
    inner join gap on former_industry.industry = gap.industry
    cross join model.setting
    union all
    select
        hunch.contact_id,
        gap.industry,
        3 as place,
        least(setting.knows_at_most, odds.ratio / (1 + odds.ratio)) as knows_chance,
        case
            when together.last_on is not null
                then printf('met you and somebody from %s together on %s', gap.label,
                    strftime(together.last_on, '%-d %B %Y'))
            when hunch.trade != '' then printf('%s: a trade that meets many industries', hunch.position)
            else 'no sign either way; you know each other well'
        end as evidence,
        null as target_name,
        null as target_company
    from hunch
    cross join gap
    cross join model.setting
    left join model.together
        on hunch.contact_id = together.contact_id
        and gap.industry = together.industry
    cross join lateral (
        select
            gap.base_rate / (1 - gap.base_rate)
            * case when hunch.trade != '' then setting.odds_trade else 1 end
            * case when together.last_on is not null then setting.odds_together else 1 end as ratio
    ) as odds
    where hunch.industry is distinct from gap.industry
        and (hunch.trade != '' or together.last_on is not null or hunch.strength >= setting.warm_from)
),

-- What is asked already may open the industry: who said yes counts as a yes. Nothing is certain before it happened.
open_door as (
    select
        intro_request.target_industry as industry,
        least(0.9, 1 - exp(sum(ln(1 - least(
            0.9,
            case when intro_request.step >= 4 then 1 else introducer.yes_chance end
            * coalesce(reached.knows_chance, setting.knows_at_most)
        ))))) as open_chance
    from model.intro_request
    inner join introducer on intro_request.contact_id = introducer.contact_id
    cross join model.setting
    left join (
        select
            reason.contact_id,
            reason.industry,
            max(reason.knows_chance) as knows_chance
        from reason
        group by reason.contact_id, reason.industry
    ) as reached
        on intro_request.contact_id = reached.contact_id
        and intro_request.target_industry = reached.industry
    where intro_request.is_open and intro_request.asked_on is not null
    group by intro_request.target_industry
),

pair as (
    select
        reason.contact_id,
        reason.industry,
        arg_min(reason.evidence, reason.place) as evidence,
        arg_min(reason.knows_chance, reason.place) as knows_chance,
        arg_min_null(reason.target_name, reason.place) as target_name,
        arg_min_null(reason.target_company, reason.place) as target_company,
        case
            when min(reason.place) = 0 then 'known'
            when arg_min(reason.knows_chance, reason.place) >= 0.5 and min(reason.place) < 3 then 'likely'
            else 'guess'
        end as certainty,
        any_value(intro_choice.choice) as choice
    from reason
    cross join params
    inner join introducer on reason.contact_id = introducer.contact_id
    left join model.intro_choice
        on reason.contact_id = intro_choice.contact_id
        and reason.industry = intro_choice.target_industry
        and intro_choice.week_on = date_trunc('week', params.today)
    left join model.intro_snooze
        on reason.contact_id = intro_snooze.contact_id
        and reason.industry = intro_snooze.target_industry
    where coalesce(intro_snooze.until_on <= params.today, true) and (params.is_resting_too or not introducer.is_resting)
    group by reason.contact_id, reason.industry
),

-- For one industry likelies stand above guesses.
queued as (
    select
        pair.*,
        gap.label,
        gap.gap_points,
        gap.interest,
        introducer.yes_chance,
        introducer.is_resting,
        coalesce(open_door.open_chance, 0) as open_chance,
        gap.gap_points * gap.interest * (1 - coalesce(open_door.open_chance, 0))
        * introducer.yes_chance * pair.knows_chance as gain_alone,
        row_number() over (
            partition by pair.industry
            order by pair.certainty = 'guess', introducer.yes_chance * pair.knows_chance desc, pair.contact_id
        ) as place_in_industry
    from pair
    inner join gap on pair.industry = gap.industry
    inner join introducer on pair.contact_id = introducer.contact_id
    left join open_door on pair.industry = open_door.industry
),

shortlisted as (
    select queued.*
    from queued
    cross join params
    where queued.place_in_industry <= params.per_industry or queued.choice = 'pinned'
),

spread as (
    select shortlisted.*
    from shortlisted
    cross join params
    qualify row_number() over (
        partition by shortlisted.contact_id order by shortlisted.gain_alone desc, shortlisted.industry
    ) <= params.per_introducer or shortlisted.choice = 'pinned'
),

-- Each ask adds what those above it for the same industry have left open.
gained as (
    select
        *,
        -- Who cannot be asked now takes nothing from those below; a door that is as good as open leaves them nearly nothing.
        gain_alone * coalesce(exp(sum(
            case when is_resting then 0 else ln(greatest(1e-9, 1 - yes_chance * knows_chance)) end
        ) over (
            partition by industry order by place_in_industry rows between unbounded preceding and 1 preceding
        )), 1) as gain
    from spread
),

-- A guess that gains more than a likely ask for the same industry still stands below it.
placed_ask as (
    select
        *,
        min(gain) over (
            partition by industry order by place_in_industry rows between unbounded preceding and current row
        ) as standing
    from gained
)

select
    row_number() over (
        order by placed_ask.standing desc, placed_ask.industry, placed_ask.place_in_industry
    ) as rank,
    introducer.full_name as introducer,
    introducer.contact_id as introducer_id,
    introducer.identity_key as introducer_key,
    introducer.company as introducer_company,
    introducer.position as introducer_position,
    introducer.email as introducer_email,
    introducer.industry as introducer_industry,
    introducer.strength,
    introducer.spoken_minutes,
    introducer.written_minutes,
    introducer.last_interaction_on,
    introducer.last_asked_on,
    introducer.favours_given,
    introducer.favours_received,
    introducer.is_resting,
    placed_ask.industry as target_industry,
    placed_ask.label as target_label,
    placed_ask.target_name,
    placed_ask.target_company,
    placed_ask.evidence,
    placed_ask.certainty,
    placed_ask.yes_chance,
    placed_ask.knows_chance,
    placed_ask.yes_chance * placed_ask.knows_chance as door_chance,
    placed_ask.gap_points,
    placed_ask.interest,
    placed_ask.open_chance,
    placed_ask.choice,
    placed_ask.gain
from placed_ask
inner join introducer on placed_ask.contact_id = introducer.contact_id
order by rank

-- Question: Whom should I ask for an introduction, and into which industry?
-- Grain: one row per introducer and industry, best ask first; at most per_industry asks for an industry and
--   per_introducer for a person. Gain is what the ask adds to the expected closing of gaps after those above it
-- Params:
--   as_of          | DATE    | -       | last day that counts
--   window_days    | INTEGER | days    | length of the window that ends on as_of
--   weighting      | VARCHAR | -       | minutes, people or warm
--   per_industry   | INTEGER | -       | asks listed for one industry
--   per_introducer | INTEGER | -       | asks listed for one person
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
--   last_interaction_on | DATE    | -      | latest interaction
--   target_industry     | VARCHAR | -      | code of the industry to be introduced into
--   target_label        | VARCHAR | -      | the same in words
--   target_name         | VARCHAR | -      | a person to be introduced to, where one is known
--   evidence            | VARCHAR | -      | why this introducer, with a date and a source
--   certainty           | VARCHAR | -      | known, likely or guess
--   yes_chance          | DOUBLE  | 0..1   | chance that they agree (assumption)
--   knows_chance        | DOUBLE  | 0..1   | chance that they know somebody there (assumption)
--   gap_points          | DOUBLE  | 0..1   | width of the gap
--   gain                | DOUBLE  | 0..1   | expected closing of gaps this ask adds
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting,
        $per_industry::integer as per_industry,
        $per_introducer::integer as per_introducer
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
    where placed.gap_points > 0 and placed.industry is distinct from home.industry
),

introducer as (
    select
        contact.*,
        tie.strength,
        greatest(
            0.15 + 0.75 * coalesce(tie.strength, 0) / 100,
            case when tie.is_dormant_once_strong then 0.3 else 0 end
        ) as yes_chance,
        regexp_extract(lower(coalesce(contact.position, '')),
            '\b(recruiter|recruiting|headhunter|talent|investor|venture|lawyer|attorney|solicitor|counsel|accountant'
            || '|auditor|consultant|advisor|adviser|journalist|reporter|editor|banker|professor|insurance broker'
            || '|estate agent|realtor|sales|account executive|business development|[a-z]*berater|[a-z]*anwalt|vertrieb)'
            || '(s|in)?\b') as trade
    from model.contact
    cross join params
    left join model.tie((select params.as_of from params)) as tie on contact.contact_id = tie.contact_id
    where not contact.is_private and not contact.is_archived and not contact.is_never_suggested
        and contact.full_name is not null and not contact.is_shared_mailbox
),

-- Who may be asked on a hunch: for any industry only the likeliest, or every pair of person and industry is a row.
hunch as (
    select *
    from introducer
    qualify row_number() over (
        order by yes_chance * case when trade != '' then 4 else 1 end desc, contact_id
    ) <= 300
),

reason as (
    select
        introducer.contact_id,
        gap.industry,
        1 as place,
        0.9 as knows_chance,
        case
            when introducer.company is null and introducer.domain is null then 'you placed them in ' || gap.label
            when introducer.company is null then printf('works at %s (their address)', introducer.domain)
            else printf('works at %s (%s of %s)', introducer.company,
                case when introducer.is_connection then 'LinkedIn export' else 'contact list' end,
                strftime(introducer.stated_on, '%-d %B %Y'))
        end as evidence
    from introducer
    inner join gap on introducer.industry = gap.industry
    union all
    select
        introducer.contact_id,
        gap.industry,
        2 as place,
        0.6 as knows_chance,
        printf('worked at %s until an export of %s', former_industry.company,
            strftime(former_industry.last_seen_on, '%-d %B %Y')) as evidence
    from introducer
    inner join model.former_industry on introducer.contact_id = former_industry.contact_id
    inner join gap on former_industry.industry = gap.industry
    union all
    select
        hunch.contact_id,
        gap.industry,
        3 as place,
        least(0.5, odds.ratio / (1 + odds.ratio)) as knows_chance,
        case
            when together.last_on is not null
                then printf('met you and somebody from %s together on %s', gap.label,
                    strftime(together.last_on, '%-d %B %Y'))
            when hunch.trade != '' then printf('%s: a trade that meets many industries', hunch.position)
            else 'no sign either way; you know each other well'
        end as evidence
    from hunch
    cross join gap
    cross join model.setting
    left join model.together
        on hunch.contact_id = together.contact_id
        and gap.industry = together.industry
    cross join lateral (
        select
            gap.base_rate / (1 - gap.base_rate)
            * case when hunch.trade != '' then 4 else 1 end
            * case when together.last_on is not null then 3 else 1 end as ratio
    ) as odds
    where hunch.industry is distinct from gap.industry
        and (hunch.trade != '' or together.last_on is not null or hunch.strength >= setting.warm_from)
),

pair as (
    select
        reason.contact_id,
        reason.industry,
        arg_min(reason.evidence, reason.place) as evidence,
        arg_min(reason.knows_chance, reason.place) as knows_chance,
        case
            when arg_min(reason.knows_chance, reason.place) >= 0.5 and min(reason.place) < 3 then 'likely'
            else 'guess'
        end as certainty
    from reason
    group by reason.contact_id, reason.industry
),

-- For one industry likelies stand above guesses.
queued as (
    select
        pair.*,
        gap.label,
        gap.gap_points,
        introducer.yes_chance,
        gap.gap_points * introducer.yes_chance * pair.knows_chance as gain_alone,
        row_number() over (
            partition by pair.industry
            order by pair.certainty = 'guess', introducer.yes_chance * pair.knows_chance desc, pair.contact_id
        ) as place_in_industry
    from pair
    inner join gap on pair.industry = gap.industry
    inner join introducer on pair.contact_id = introducer.contact_id
),

shortlisted as (
    select queued.*
    from queued
    cross join params
    where queued.place_in_industry <= params.per_industry
),

spread as (
    select shortlisted.*
    from shortlisted
    cross join params
    qualify row_number() over (
        partition by shortlisted.contact_id order by shortlisted.gain_alone desc, shortlisted.industry
    ) <= params.per_introducer
),

-- Each ask adds what those above it for the same industry have left open.
gained as (
    select
        *,
        gain_alone * coalesce(exp(sum(ln(1 - yes_chance * knows_chance)) over (
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
    introducer.last_interaction_on,
    placed_ask.industry as target_industry,
    placed_ask.label as target_label,
    null::varchar as target_name,
    placed_ask.evidence,
    placed_ask.certainty,
    placed_ask.yes_chance,
    placed_ask.knows_chance,
    placed_ask.gap_points,
    placed_ask.gain
from placed_ask
inner join introducer on placed_ask.contact_id = introducer.contact_id
order by rank

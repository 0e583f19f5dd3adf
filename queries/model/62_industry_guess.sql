-- Table: the classifier's answer to each evidence; where it pooled wording and title, re-weighted by the industries answered here
-- Grain: one row per evidence
-- Reads: model.industry_evidence, cache.industry_guess, model.classifier, model.industry
with
answered as (
    select
        industry_guess.*,
        industry_guess.layer in ('file', 'employer', 'domain', 'name') as is_certain
    from cache.industry_guess
    -- The cache outlives an import that was undone.
    inner join model.industry_evidence
        on industry_guess.company is not distinct from industry_evidence.company
        and industry_guess.position is not distinct from industry_evidence.position
        and industry_guess.domain is not distinct from industry_evidence.domain
        and industry_guess.industry_text is not distinct from industry_evidence.industry_text
    where industry_guess.classifier = (select classifier.version from model.classifier)
),

counted as (
    select
        industry.industry,
        count(answered.industry) as answers
    from model.industry
    left join answered on industry.industry = answered.industry and answered.is_certain
    group by industry.industry
),

total as (
    select
        sum(answers) as answers,
        count(*) as industries
    from counted
),

-- Share here over an even share, to the power of a half; 50 answers of an even mix added: a handful says little.
-- The same as dashboard/industries/mix.py; a test holds the two together.
weighed as (
    select
        counted.industry,
        sqrt((counted.answers + 50.0 / total.industries) / (total.answers + 50) * total.industries) as factor
    from counted
    cross join total
),

mix as (
    select map_from_entries(list({'k': industry, 'v': factor})) as factor
    from weighed
),

lifted as (
    select
        answered.* exclude (guesses),
        answered.guesses,
        list_transform(
            answered.guesses,
            lambda guess: {
                'weight': guess.weight * case when answered.is_certain then 1 else mix.factor[guess.industry] end,
                'industry': guess.industry
            }
        ) as moved
    from answered
    cross join mix
),

ranked as (
    select
        lifted.*,
        list_transform(
            list_reverse_sort(lifted.moved),
            lambda guess: {
                'industry': guess.industry,
                'weight': guess.weight / case
                    when lifted.is_certain then 1
                    else list_sum(list_transform(lifted.moved, lambda each: each.weight))
                        + greatest(1 - list_sum(list_transform(lifted.guesses, lambda each: each.weight)), 0)
                end
            }
        ) as best
    from lifted
)

select
    company,
    position,
    domain,
    industry_text,
    case when best[1].weight >= 0.3 then best[1].industry end as industry,
    case when best[1].weight >= 0.3 then best[1].weight else 0 end::double as confidence,
    layer,
    evidence,
    function,
    best[1:3] as guesses
from ranked

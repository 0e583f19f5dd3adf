-- Table: the classifier's answer to each evidence
-- Grain: one row per evidence
-- Reads: model.industry_evidence, cache.industry_guess, model.classifier
select
    industry_guess.company,
    industry_guess.position,
    industry_guess.domain,
    industry_guess.industry_text,
    industry_guess.industry,
    industry_guess.confidence,
    industry_guess.layer,
    industry_guess.evidence
from cache.industry_guess
-- The cache outlives an import that was undone.
inner join model.industry_evidence
    on industry_guess.company is not distinct from industry_evidence.company
    and industry_guess.position is not distinct from industry_evidence.position
    and industry_guess.domain is not distinct from industry_evidence.domain
    and industry_guess.industry_text is not distinct from industry_evidence.industry_text
where industry_guess.classifier = (select classifier.version from model.classifier)

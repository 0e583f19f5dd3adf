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
where industry_guess.classifier = (select classifier.version from model.classifier)

-- Table: the classifier's answer to each evidence of the second degree, as it stands: not re-weighted by the contacts'
-- Grain: one row per evidence
-- Reads: model.acquaintance_evidence, cache.industry_guess, model.classifier
select
    industry_guess.company,
    industry_guess.position,
    industry_guess.domain,
    industry_guess.industry,
    industry_guess.confidence,
    industry_guess.layer
from cache.industry_guess
inner join model.acquaintance_evidence
    on industry_guess.company is not distinct from acquaintance_evidence.company
    and industry_guess.position is not distinct from acquaintance_evidence.position
    and industry_guess.domain is not distinct from acquaintance_evidence.domain
    and industry_guess.industry_text is not distinct from acquaintance_evidence.industry_text
where industry_guess.classifier = (select classifier.version from model.classifier)

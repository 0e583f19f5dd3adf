-- Macro: weight_after(as_of, window_days, weighting, hit_industry, hit_employer, hit_contact, lost)
-- Table: what each contact weighs, and would weigh if an industry, an employer or a person lost a part of it
-- Grain: one row per contact, as in contact_weight; ``lost`` is the part that goes, 0..1
-- Reads: model.contact_weight
with
weighed as (
    select
        *,
        coalesce(industry = hit_industry, false)
        or coalesce(employer = hit_employer, false)
        or coalesce(contact_id = hit_contact, false) as is_hit
    from model.contact_weight(as_of, window_days, weighting)
)

select
    *,
    case when is_hit then weight * (1 - lost) else weight end as left_weight,
    case when is_hit then minutes * (1 - lost) else minutes end as left_minutes
from weighed

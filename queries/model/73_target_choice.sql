-- Table: every mix one can aim for. Blend is a quarter home, half even, a quarter labour market; the even part is spread
--   over home and the industries that matter to the user at all; all of them, if none does. Mine is what the user said
--   last, scaled to a whole; nothing said yet: as the blend. Each sums to 1
-- Grain: one row per mix and industry
-- Reads: model.industry, model.industry_interest, model.setting, model.home, decisions.own_target
with
wanted as (
    select
        industry_interest.industry,
        industry_interest.interest,
        coalesce(industry_interest.interest > 0 or industry_interest.industry = home.industry, false) as is_wanted
    from model.industry_interest
    cross join model.home
),

own as (
    select
        industry,
        greatest(0, coalesce(try_cast(arg_max_null(share, decision_no) as double), 0)) as share
    from decisions.own_target
    group by industry
),

mix as (
    select
        industry.industry,
        industry.industry = home.industry as is_home,
        home.industry is not null as has_home,
        case when bool_or(wanted.is_wanted) over () then wanted.is_wanted::integer else 1 end as evenly,
        wanted.interest,
        case
            when setting.reference_population = 'all' then industry.reference_all
            else industry.reference_professional
        end as reference_share,
        coalesce(own.share, 0) as own_share
    from model.industry
    inner join wanted on industry.industry = wanted.industry
    cross join model.setting
    cross join model.home
    left join own on industry.industry = own.industry
),

scaled as (
    select
        industry,
        interest,
        is_home,
        has_home,
        evenly / sum(evenly) over () as even_share,
        reference_share / sum(reference_share) over () as labour_share,
        own_share / nullif(sum(own_share) over (), 0) as own_share
    from mix
),

blended as (
    select
        *,
        case
            when has_home then 0.25 * is_home::integer + 0.5 * even_share + 0.25 * labour_share
            else (0.5 * even_share + 0.25 * labour_share) / 0.75
        end as blend_share
    from scaled
)

select
    choice.mix,
    blended.industry,
    case choice.mix
        when 'even' then blended.even_share
        when 'labour market' then blended.labour_share
        when 'mine' then coalesce(blended.own_share, blended.blend_share)
        else blended.blend_share
    end as target_share,
    blended.labour_share as reference_share,
    blended.interest
from blended
cross join (values ('blend'), ('even'), ('labour market'), ('mine')) as choice (mix)

-- Table: the mix aimed for: blend is a quarter home, half even, a quarter labour market; sums to 1
-- Grain: one row per industry
-- Reads: model.industry, model.setting, model.home
with
mix as (
    select
        industry.industry,
        industry.industry = home.industry as is_home,
        home.industry is not null as has_home,
        1.0 / count(*) over () as even_share,
        case
            when setting.reference_population = 'all' then industry.reference_all
            else industry.reference_professional
        end as reference_share,
        setting.target_mix
    from model.industry
    cross join model.setting
    cross join model.home
),

scaled as (
    select
        *,
        reference_share / sum(reference_share) over () as labour_share
    from mix
)

select
    industry,
    case
        when target_mix = 'even' then even_share
        when target_mix = 'labour market' then labour_share
        when has_home then 0.25 * is_home::integer + 0.5 * even_share + 0.25 * labour_share
        else (0.5 * even_share + 0.25 * labour_share) / 0.75
    end as target_share,
    labour_share as reference_share
from scaled

-- Macro: share_move(as_of, window_days, weighting)
-- Table: what each contact added to the home share and to the HHI against the window before. With x a contact's share of
--   the known weight and p an industry's, now and before: (x - x before) x (1 at home, else 0, less the mean home share),
--   and (x - x before) x (p + p before - HHI - HHI before). Both add up exactly, since the x add up to 1 in each window
-- Grain: one row per contact with weight and a known industry in either window; none where nothing can be compared
-- Reads: model.contact_weight, model.calendar, model.home
with
weighed as (
    select
        contact_id,
        industry,
        weight as now,
        0 as before
    from model.contact_weight(as_of, window_days, weighting)
    where weight > 0 and industry is not null and weighting != 'people'
    union all
    select
        contact_id,
        industry,
        0 as now,
        weight as before
    from model.contact_weight(as_of - window_days, window_days, weighting)
    where weight > 0 and industry is not null and weighting != 'people'
),

-- People weigh the same in every window, and a record that does not reach back has no window before.
per_contact as materialized (
    select
        weighed.contact_id,
        weighed.industry,
        sum(weighed.now) as now,
        sum(weighed.before) as before
    from weighed
    cross join model.calendar
    where calendar.has_interactions and calendar.first_on <= as_of - 2 * window_days + window_days // 10
    group by weighed.contact_id, weighed.industry
),

share as (
    select
        contact_id,
        industry,
        now / nullif(sum(now) over (), 0) as x,
        before / nullif(sum(before) over (), 0) as x_before
    from per_contact
),

industry_share as (
    select
        industry,
        sum(x) as p,
        sum(x_before) as p_before
    from share
    group by industry
),

whole as (
    select
        coalesce(sum(industry_share.p) filter (industry_share.industry = home.industry), 0) as home_share,
        coalesce(sum(industry_share.p_before) filter (industry_share.industry = home.industry), 0) as home_share_before,
        sum(industry_share.p * industry_share.p) as hhi,
        sum(industry_share.p_before * industry_share.p_before) as hhi_before,
        any_value(home.industry) as home_industry
    from industry_share
    cross join model.home
    having count(industry_share.p) > 0 and count(industry_share.p_before) > 0
)

select
    share.contact_id,
    share.industry,
    share.x as share,
    share.x_before as share_before,
    case when whole.home_industry is not null then (share.x - share.x_before)
        * ((share.industry = whole.home_industry)::integer - (whole.home_share + whole.home_share_before) / 2) end
        as home_part,
    (share.x - share.x_before) * (industry_share.p + industry_share.p_before - whole.hhi - whole.hhi_before) as hhi_part,
    case when whole.home_industry is not null then whole.home_share end as home_share,
    case when whole.home_industry is not null then whole.home_share_before end as home_share_before,
    whole.hhi,
    whole.hhi_before
from share
inner join industry_share on share.industry = industry_share.industry
cross join whole

-- Question: What moved the concentration against the window before, industry by industry or person by person?
-- Grain: one row per industry or person, widest part first. Parts add up to hhi - hhi_before:
--   part = change of the share x (share of its industry now and before, less both HHI)
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of each of the two windows
--   weighting    | VARCHAR | -       | minutes or warm; people weigh the same in every window
--   by           | VARCHAR | -       | industry or person
-- Columns:
--   rank         | BIGINT  | -       | 1 moved it most
--   industry     | VARCHAR | -       | code in the taxonomy
--   contact_id   | VARCHAR | -       | the person, where people are told; else NULL
--   label        | VARCHAR | -       | the industry or the person in words
--   move         | VARCHAR | -       | new, dropped, more, less or same: its own share
--   share_before | DOUBLE  | 0..1    | their share in the window before
--   share        | DOUBLE  | 0..1    | their share now
--   part         | DOUBLE  | -1..1   | what they added to the sum of squared shares
--   hhi_before   | DOUBLE  | 0..1    | sum of squared shares in the window before, on every row
--   hhi          | DOUBLE  | 0..1    | the same now, on every row
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting,
        $by::varchar as told_by
),

moved as (
    select
        share_move.industry,
        case when params.told_by = 'person' then share_move.contact_id end as contact_id,
        sum(share_move.share_before) as share_before,
        sum(share_move.share) as share,
        sum(share_move.hhi_part) as part,
        any_value(share_move.hhi_before) as hhi_before,
        any_value(share_move.hhi) as hhi
    from params
    cross join model.share_move(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as share_move
    group by share_move.industry, case when params.told_by = 'person' then share_move.contact_id end
)

select
    row_number() over (order by abs(moved.part) desc, moved.industry, moved.contact_id) as rank,
    moved.industry,
    moved.contact_id,
    case
        when moved.contact_id is null then industry.short_label
        else coalesce(contact.full_name, contact.email, 'No name known')
    end as label,
    case
        when moved.share_before = 0 then 'new'
        when moved.share = 0 then 'dropped'
        when moved.share > moved.share_before then 'more'
        when moved.share < moved.share_before then 'less'
        else 'same'
    end as move,
    moved.share_before,
    moved.share,
    moved.part,
    moved.hhi_before,
    moved.hhi
from moved
left join model.industry on moved.industry = industry.industry
left join model.contact on moved.contact_id = contact.contact_id
order by rank

-- Question: What moved the home share against the window before, industry by industry or person by person?
-- Grain: one row per step from the share before to the share now: the widest moves one by one, the rest as one.
--   Parts add up: part = change of the share x (1 at home, else 0, less the mean home share)
-- Params:
--   as_of        | DATE    | -       | last day that counts
--   window_days  | INTEGER | days    | length of each of the two windows
--   weighting    | VARCHAR | -       | minutes or warm; people weigh the same in every window
--   by           | VARCHAR | -       | industry or person
--   parts        | INTEGER | -       | how many industries or people are told one by one
-- Columns:
--   place        | BIGINT  | -       | 1 is the share before, the last is the share now
--   step         | VARCHAR | -       | before, industry, person, others or now
--   industry     | VARCHAR | -       | code in the taxonomy; NULL for the other steps
--   contact_id   | VARCHAR | -       | the person, where people are told; else NULL
--   label        | VARCHAR | -       | the step in words
--   units        | BIGINT  | -       | how many industries or people the step holds
--   move         | VARCHAR | -       | new, dropped, more, less or same: its own share; NULL for the other steps
--   share_before | DOUBLE  | 0..1    | their share in the window before
--   share        | DOUBLE  | 0..1    | their share now
--   part         | DOUBLE  | -1..1   | what they added to the home share; NULL for its two ends
--   start_share  | DOUBLE  | 0..1    | home share before this step
--   end_share    | DOUBLE  | 0..1    | home share after it
with
params as (
    select
        $as_of::date as as_of,
        $window_days::integer as window_days,
        $weighting::varchar as weighting,
        $by::varchar as told_by,
        $parts::integer as parts
),

moved as (
    select
        share_move.industry,
        case when params.told_by = 'person' then share_move.contact_id end as contact_id,
        sum(share_move.share) as share,
        sum(share_move.share_before) as share_before,
        sum(share_move.home_part) as part,
        any_value(share_move.home_share) as home_share,
        any_value(share_move.home_share_before) as home_share_before
    from params
    cross join model.share_move(
        (select params.as_of from params),
        (select params.window_days from params),
        (select params.weighting from params)
    ) as share_move
    where share_move.home_part is not null
    group by share_move.industry, case when params.told_by = 'person' then share_move.contact_id end
),

ranked as (
    select
        *,
        row_number() over (order by abs(part) desc, industry, contact_id) as place
    from moved
),

told as (
    select
        least(ranked.place, params.parts + 1) as place,
        min(ranked.industry) as industry,
        min(ranked.contact_id) as contact_id,
        count(*) as units,
        sum(ranked.share) as share,
        sum(ranked.share_before) as share_before,
        sum(ranked.part) as part,
        any_value(ranked.home_share_before) as home_share_before
    from ranked
    cross join params
    group by least(ranked.place, params.parts + 1)
),

ended as (
    select
        told.*,
        params.told_by,
        told.place > params.parts and told.units > 1 as is_rest,
        told.home_share_before + sum(told.part) over (order by told.place) as end_share
    from told
    cross join params
),

step as (
    select
        0 as place,
        'before' as step,
        null as industry,
        null as contact_id,
        0 as units,
        min(home_share_before) as share_before,
        min(home_share_before) as share,
        null as part,
        min(home_share_before) as start_share,
        min(home_share_before) as end_share
    from moved
    having count(*) > 0
    union all
    select
        place,
        case when is_rest then 'others' else told_by end as step,
        case when not is_rest then industry end as industry,
        case when not is_rest then contact_id end as contact_id,
        units,
        share_before,
        share,
        part,
        end_share - part as start_share,
        end_share
    from ended
    union all
    select
        1000000 as place,
        'now' as step,
        null as industry,
        null as contact_id,
        0 as units,
        min(home_share) as share_before,
        min(home_share) as share,
        null as part,
        min(home_share) as start_share,
        min(home_share) as end_share
    from moved
    having count(*) > 0
)

select
    row_number() over (order by step.place) as place,
    step.step,
    step.industry,
    step.contact_id,
    case step.step
        when 'before' then 'Before'
        when 'now' then 'Now'
        when 'others' then printf('%d others', step.units)
        when 'person' then coalesce(contact.full_name, contact.email, 'No name known')
        else industry.short_label
    end as label,
    step.units::bigint as units,
    case
        when step.step not in ('industry', 'person') then null
        when step.share_before = 0 then 'new'
        when step.share = 0 then 'dropped'
        when step.share > step.share_before then 'more'
        when step.share < step.share_before then 'less'
        else 'same'
    end as move,
    step.share_before,
    step.share,
    step.part,
    step.start_share,
    step.end_share
from step
left join model.industry on step.industry = industry.industry
left join model.contact on step.contact_id = contact.contact_id
order by step.place

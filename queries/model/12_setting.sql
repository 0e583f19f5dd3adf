-- Table: the assumptions as one row of typed columns
-- Grain: one row
-- Reads: model.assumption
select
    max(setting) filter (name = 'sharing') as sharing,
    max(try_cast(setting as double)) filter (name = 'minutes_call') as minutes_call,
    max(try_cast(setting as double)) filter (name = 'minutes_mail_sent') as minutes_mail_sent,
    max(try_cast(setting as double)) filter (name = 'minutes_mail_received') as minutes_mail_received,
    max(try_cast(setting as double)) filter (name = 'minutes_message_sent') as minutes_message_sent,
    max(try_cast(setting as double)) filter (name = 'minutes_message_received') as minutes_message_received,
    max(try_cast(setting as double)) filter (name = 'minutes_meeting') as minutes_meeting,
    max(try_cast(setting as double)) filter (name = 'event_cap_minutes') as event_cap_minutes,
    max(try_cast(setting as integer)) filter (name = 'audience_over') as audience_over,
    max(try_cast(setting as double)) filter (name = 'tentative_weight') as tentative_weight,
    max(try_cast(setting as double)) filter (name = 'half_life_days') as half_life_days,
    max(try_cast(setting as double)) filter (name = 'strength_half_minutes') as strength_half_minutes,
    max(try_cast(setting as double)) filter (name = 'warm_from') as warm_from,
    max(try_cast(setting as integer)) filter (name = 'asks_per_week') as asks_per_week,
    max(try_cast(setting as double)) filter (name = 'minutes_asking') as minutes_asking,
    max(try_cast(setting as double)) filter (name = 'minutes_ask') as minutes_ask,
    max(try_cast(setting as integer)) filter (name = 'asks_per_industry') as asks_per_industry,
    max(try_cast(setting as double)) filter (name = 'knows_works') as knows_works,
    max(try_cast(setting as double)) filter (name = 'knows_worked') as knows_worked,
    max(try_cast(setting as double)) filter (name = 'knows_at_most') as knows_at_most,
    max(try_cast(setting as double)) filter (name = 'odds_trade') as odds_trade,
    max(try_cast(setting as double)) filter (name = 'odds_together') as odds_together,
    max(setting) filter (name = 'counts_colleagues') = 'true' as counts_colleagues,
    max(setting) filter (name = 'home_industry') as home_industry,
    max(setting) filter (name = 'reference_population') as reference_population,
    max(setting) filter (name = 'target_mix') as target_mix,
    max(setting) filter (name = 'time_zone') as time_zone
from model.assumption

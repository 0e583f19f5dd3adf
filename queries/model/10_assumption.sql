-- Table: every assumption behind the numbers, with its default and what holds now
-- Grain: one row per assumption
-- Reads: decisions.assumption
with
known as (
    select
        value.name,
        value.default_setting,
        value.unit,
        value.meaning
    from (values
        ('sharing', 'split', '', 'Minutes of a meeting are split among the others, or each has all (split, full)'),
        ('minutes_call', '15', 'minutes', 'A call without a duration'),
        ('minutes_mail_sent', '5', 'minutes', 'A mail you sent'),
        ('minutes_mail_received', '2', 'minutes', 'A mail sent to you'),
        ('minutes_message_sent', '3', 'minutes', 'A message you sent'),
        ('minutes_message_received', '1', 'minutes', 'A message you received'),
        ('minutes_meeting', '30', 'minutes', 'A meeting without a duration'),
        ('event_cap_minutes', '240', 'minutes', 'The longest an event counts'),
        ('audience_over', '12', 'people', 'An event with more others than this is an audience'),
        ('tentative_weight', '0.5', '0..1', 'What a tentative or unanswered invitation counts'),
        ('half_life_days', '180', 'days', 'Time together counts half after this long, in tie strength'),
        ('strength_half_minutes', '60', 'minutes', 'Minutes that make a tie strength of 50'),
        ('warm_from', '30', '0..100', 'A tie of this strength is warm'),
        ('counts_colleagues', 'false', '', 'Time with colleagues counts as networking time'),
        ('home_industry', null, 'industry', 'Your own industry, where the files do not tell it or tell it wrong'),
        ('reference_population', 'professional', '', 'Reference shares: professional, or all employment'),
        ('target_mix', 'blend', '', 'The mix you aim for: blend, even, labour market'),
        ('time_zone', 'UTC', '', 'Days and hours are yours in this zone')
    ) as value (name, default_setting, unit, meaning)
),

decided as (
    -- Not "row_number() = 1": inside the transaction that takes a decision back, DuckDB 1.5 then skips the NULL.
    select
        name,
        arg_max_null(setting, decision_no) as setting
    from decisions.assumption
    group by name
)

select
    known.name,
    coalesce(decided.setting, known.default_setting) as setting,
    known.default_setting,
    known.unit,
    known.meaning
from known
left join decided on known.name = decided.name

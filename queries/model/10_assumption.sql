-- Table: every assumption behind the numbers, with its default and what holds now
-- Grain: one row per assumption
-- Reads: decisions.assumption
with
known as (
    select
        value.name,
        value.default_setting,
        value.unit,
        value.lowest,
        value.highest,
        value.choices,
        value.meaning
    from (values
        ('sharing', 'split', '', null, null, ['split', 'full'],
            'Minutes of a meeting are split among the others, or each has all (split, full)'),
        ('minutes_call', '15', 'minutes', 0, 480, null, 'A call without a duration'),
        ('minutes_mail_sent', '5', 'minutes', 0, 120, null, 'A mail you sent'),
        ('minutes_mail_received', '2', 'minutes', 0, 120, null, 'A mail sent to you'),
        ('minutes_message_sent', '3', 'minutes', 0, 120, null, 'A message you sent'),
        ('minutes_message_received', '1', 'minutes', 0, 120, null, 'A message you received'),
        ('minutes_meeting', '30', 'minutes', 0, 480, null, 'A meeting without a duration'),
        ('event_cap_minutes', '240', 'minutes', 15, 1440, null, 'The longest an event counts'),
        ('audience_over', '12', 'people', 1, 500, null, 'An event with more others than this is an audience'),
        ('tentative_weight', '0.5', '0..1', 0, 1, null, 'What a tentative or unanswered invitation counts'),
        ('half_life_days', '180', 'days', 30, 730, null, 'Time together counts half after this long, in tie strength'),
        ('strength_half_minutes', '60', 'minutes', 5, 600, null, 'Minutes that make a tie strength of 50'),
        ('warm_from', '30', '0..100', 1, 99, null, 'A tie of this strength is warm'),
        ('asks_per_week', '3', 'asks', 1, 20, null, 'Asks for introductions in a week'),
        ('minutes_asking', '60', 'minutes', 5, 600, null, 'Minutes of a week for asks'),
        ('minutes_ask', '10', 'minutes', 1, 120, null, 'An ask: to read its draft, make it your own and send it'),
        ('asks_per_industry', '2', 'asks', 1, 20, null, 'Asks about one industry in a week'),
        ('knows_works', '0.9', '0..1', 0, 1, null, 'Chance to know somebody in an industry: who works in it'),
        ('knows_worked', '0.6', '0..1', 0, 1, null, 'The same: who worked in it before'),
        ('knows_at_most', '0.5', '0..1', 0, 1, null, 'The same: at most, where nothing but a hunch speaks for it'),
        ('odds_trade', '4', 'times', 1, 50, null,
            'A trade that bridges industries (recruiter, lawyer, sales and the like) raises the odds so many times'),
        ('odds_together', '3', 'times', 1, 50, null,
            'To be met together with somebody of the industry raises the odds so many times'),
        ('counts_colleagues', 'false', '', null, null, ['false', 'true'],
            'Time with colleagues counts as networking time'),
        ('home_industry', null, 'industry', null, null, null,
            'Your own industry, where the files do not tell it or tell it wrong'),
        ('reference_population', 'professional', '', null, null, ['professional', 'all'],
            'Reference shares: professional, or all employment'),
        ('target_mix', 'blend', '', null, null, ['blend', 'even', 'labour market', 'mine'],
            'The mix you aim for: blend, even, labour market, or your own'),
        ('time_zone', 'UTC', 'time zone', null, null, null, 'Days and hours are yours in this zone')
    ) as value (name, default_setting, unit, lowest, highest, choices, meaning)
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
    known.lowest::double as lowest,
    known.highest::double as highest,
    known.unit in ('people', 'days', 'asks') as is_whole,
    known.choices,
    known.meaning
from known
left join decided on known.name = decided.name

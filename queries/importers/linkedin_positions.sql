-- LinkedIn Positions.csv: the user's own career, one row per position. No "Finished On" means it is held today.
-- "Mar 2020" may have become "März 2020", "Mrz-20" or "01.03.2020" on its way through a spreadsheet program.
with
dated as (
    select
        *,
        coalesce(
            try_strptime(started_on, [
                '%b %Y', '%Y', '%d %b %Y', '%Y-%m', '%Y-%m-%d', '%Y-%m-%d %H:%M:%S', '%d.%m.%Y', '%d.%m.%y'
            ])::date,
            keys.month_name_date('1 ' || started_on)
        ) as started_date,
        coalesce(
            try_strptime(finished_on, [
                '%b %Y', '%Y', '%d %b %Y', '%Y-%m', '%Y-%m-%d', '%Y-%m-%d %H:%M:%S', '%d.%m.%Y', '%d.%m.%y'
            ])::date,
            keys.month_name_date('1 ' || finished_on)
        ) as finished_date,
        regexp_matches(coalesce(finished_on, ''), '^\d{4}$') as is_year
    from staged
)

select
    line,
    case
        when company is null and title is null then 'empty row'
        when company is null then 'no company'
        when started_on is not null and started_date is null then 'unreadable date'
        when finished_on is not null and finished_date is null then 'unreadable date'
    end as refusal,
    'started_on' as refusal_column,
    concat_ws(' to ', started_on, finished_on) as refusal_value,
    concat_ws('|', company, title, started_on) as row_text,
    finished_on as content,
    company,
    title,
    started_date as started_on,
    case when is_year then (finished_date + interval 1 year - interval 1 day)::date
        else last_day(finished_date) end as finished_on
from dated

-- LinkedIn Education.csv: the user's own schools, one row each.
with
dated as (
    select
        *,
        coalesce(try_strptime(started_on, ['%b %Y', '%Y', '%Y-%m'])::date, keys.month_name_date('1 ' || started_on))
            as started_date,
        coalesce(try_strptime(finished_on, ['%b %Y', '%Y', '%Y-%m'])::date, keys.month_name_date('1 ' || finished_on))
            as finished_date,
        regexp_matches(coalesce(finished_on, ''), '^\d{4}$') as is_year
    from staged
)

select
    line,
    case
        when school is null and degree is null then 'empty row'
        when school is null then 'no school'
        when started_on is not null and started_date is null then 'unreadable date'
        when finished_on is not null and finished_date is null then 'unreadable date'
    end as refusal,
    'started_on' as refusal_column,
    concat_ws(' to ', started_on, finished_on) as refusal_value,
    concat_ws('|', school, degree) as row_text,
    concat_ws('|', started_on, finished_on) as content,
    school,
    degree,
    started_date as started_on,
    case when is_year then (finished_date + interval 1 year - interval 1 day)::date else last_day(finished_date) end
        as finished_on
from dated

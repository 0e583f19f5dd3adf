-- The rows of a staged file that were not taken, with the column as the file calls it.
select
    staged_row.line,
    true as is_row,
    staged_row.refusal as reason,
    coalesce(field_column.column_name, staged_row.refusal_column) as column_name,
    left(staged_row.refusal_value, 200) as cell_value
from staged_row
left join field_column on staged_row.refusal_column = field_column.field
where staged_row.refusal is not null
union all
select
    line,
    true as is_row,
    reason,
    column_name,
    cell_value
from damaged_row

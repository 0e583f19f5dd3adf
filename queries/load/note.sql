-- The cells of a staged file that were left out although their row was taken.
select
    staged_row.line,
    false as is_row,
    staged_row.note as reason,
    coalesce(field_column.column_name, staged_row.note_column) as column_name,
    left(staged_row.note_value, 200) as cell_value
from staged_row
left join field_column on staged_row.note_column = field_column.field
where staged_row.note is not null and staged_row.refusal is null

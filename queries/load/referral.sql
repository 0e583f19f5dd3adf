-- Who introduced the people of a staged file to the user.
select
    line,
    referred_by
from staged_row
where refusal is null and referred_by is not null and keys.name(referred_by) is not null

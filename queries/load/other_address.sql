-- The further addresses of the people of a staged file.
select distinct
    line,
    keys.email(address) as email
from (
    select
        line,
        email as first_address,
        unnest(other_emails) as address
    from staged_row
    where refusal is null
) as further
where keys.email(address) is not null and keys.email(address) is distinct from keys.email(first_address)

-- What was said of people who are gone or changed goes.
delete from cache.duplicate_pair
where one_key in (select duplicate_gone.identity_key from duplicate_gone)
    or other_key in (select duplicate_gone.identity_key from duplicate_gone)

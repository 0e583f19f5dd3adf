-- Question: Which of the people in the files are probably me?
-- Grain: one row per identity, surest first
-- Columns:
--   identity_key | VARCHAR | -    | what a decision is kept under
--   reason       | VARCHAR | -    | why it looks like the user, in words
--   share        | DOUBLE  | 0..1 | part of the interactions it is named in
--   is_own       | BOOLEAN | -    | what holds now
select
    own_candidate.identity_key,
    own_candidate.reason,
    own_candidate.share,
    self.contact_id is not null as is_own
from model.own_candidate
left join model.self on own_candidate.contact_id = self.contact_id
order by own_candidate.share desc, own_candidate.identity_key

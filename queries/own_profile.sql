-- Question: Who am I, as my files say it?
-- Grain: one row
-- Columns:
--   full_name  | VARCHAR | - | own name
--   headline   | VARCHAR | - | LinkedIn headline
--   company    | VARCHAR | - | present employer
--   position   | VARCHAR | - | present job title
--   home_label | VARCHAR | - | own industry in words
select
    own_profile.full_name,
    own_profile.headline,
    own_profile.company,
    own_profile.position,
    industry.label as home_label
from model.own_profile
cross join model.home
left join model.industry on home.industry = industry.industry

-- Question: What is assumed behind the numbers?
-- Grain: one row per assumption
-- Columns:
--   name            | VARCHAR | - | what a decision is kept under
--   setting         | VARCHAR | - | what holds now
--   default_setting | VARCHAR | - | what holds if nothing is decided
--   unit            | VARCHAR | - | unit of the setting
--   meaning         | VARCHAR | - | what it says, in words
select
    name,
    setting,
    default_setting,
    unit,
    meaning
from model.assumption
order by name

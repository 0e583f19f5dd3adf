-- Question: What is assumed behind the numbers?
-- Grain: one row per assumption
-- Columns:
--   name            | VARCHAR | - | what a decision is kept under
--   setting         | VARCHAR | - | what holds now
--   default_setting | VARCHAR | - | what holds if nothing is decided
--   unit            | VARCHAR | - | unit of the setting
--   lowest          | DOUBLE  | - | least it may be, in its unit; NULL: no number
--   highest         | DOUBLE  | - | most it may be
--   is_whole        | BOOLEAN | - | only whole numbers
--   choices         | VARCHAR[] | - | all it may be; NULL: a number, an industry or a time zone
--   meaning         | VARCHAR | - | what it says, in words
select
    name,
    setting,
    default_setting,
    unit,
    lowest,
    highest,
    is_whole,
    choices,
    meaning
from model.assumption
order by name

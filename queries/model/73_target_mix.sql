-- Table: the mix aimed for now; sums to 1
-- Grain: one row per industry
-- Reads: model.target_choice, model.setting
select target_choice.* exclude (mix)
from model.target_choice
inner join model.setting on target_choice.mix = setting.target_mix

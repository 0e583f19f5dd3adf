-- Table: who was in what, each person once, rooms and lists left out
-- Grain: one row per interaction and person; the user, whatever the address, is the one without contact_id
-- Reads: model.interaction_row, records.participant, model.identity, model.self
select
    participant.import_id,
    participant.occurrence_no,
    case when self.contact_id is null then identity.contact_id end as contact_id,
    any_value(self.contact_id is not null) as is_self,
    bool_or(participant.role in ('from', 'organizer')) as is_theirs,
    bool_and(participant.role = 'cc') as is_copied,
    -- Invited under two addresses: an acceptance holds, and an answer before silence.
    ['unanswered', 'declined', 'tentative', 'accepted'][max(case participant.status
        when 'unanswered' then 1
        when 'declined' then 2
        when 'tentative' then 3
        when 'accepted' then 4
    end)] as status
from records.participant
inner join model.interaction_row
    on participant.import_id = interaction_row.import_id
    and participant.occurrence_no = interaction_row.occurrence_no
inner join model.identity on participant.who = identity.who
left join model.self on identity.contact_id = self.contact_id
where participant.kind = 'person'
group by
    participant.import_id,
    participant.occurrence_no,
    case when self.contact_id is null then identity.contact_id end

-- Table: who was in what, each person once, rooms and lists left out
-- Grain: one row per interaction and person, the user too
-- Reads: model.interaction_row, records.participant, model.identity, model.self
select
    participant.import_id,
    participant.occurrence_no,
    identity.contact_id,
    any_value(self.contact_id is not null) as is_self,
    bool_or(participant.role in ('from', 'organizer')) as is_theirs,
    bool_and(participant.role = 'cc') as is_copied,
    max(participant.status) as status
from records.participant
inner join model.interaction_row
    on participant.import_id = interaction_row.import_id
    and participant.occurrence_no = interaction_row.occurrence_no
inner join model.identity on participant.who = identity.who
left join model.self on identity.contact_id = self.contact_id
where participant.kind = 'person'
group by participant.import_id, participant.occurrence_no, identity.contact_id

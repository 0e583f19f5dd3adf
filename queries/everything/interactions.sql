-- Question: What happened with whom, when, and what does it count?
-- Grain: one row per interaction and person; one without a person where it counts nothing
-- Columns:
--   occurred_on    | DATE      | -       | day, in your time zone
--   starts_at      | TIMESTAMP | UTC     | when it began
--   channel        | VARCHAR   | -       | meeting, call, mail, message or invitation
--   full_name      | VARCHAR   | -       | with whom
--   minutes        | DOUBLE    | minutes | what it counts for this person
--   not_counted    | VARCHAR   | -       | why it counts nothing
--   company        | VARCHAR   | -       | their employer
--   industry_label | VARCHAR   | -       | their industry
--   is_colleague   | BOOLEAN   | -       | a colleague of yours on that day
--   direction      | VARCHAR   | -       | of mails and messages: in or out
--   others         | BIGINT    | people  | people in it besides you
--   import_id      | INTEGER   | -       | the import it came with
--   line           | INTEGER   | -       | the line of that file
--   contact_id     | VARCHAR   | -       | short id of the person
select
    interaction.occurred_on,
    interaction.starts_at,
    interaction.channel,
    person.full_name,
    participation.minutes,
    interaction.exclusion as not_counted,
    person.company,
    industry.label as industry_label,
    participation.is_colleague,
    participation.direction,
    interaction.others,
    interaction.import_id,
    interaction.line,
    participation.contact_id
from model.interaction
left join model.participation
    on interaction.import_id = participation.import_id
    and interaction.occurrence_no = participation.occurrence_no
left join model.person on participation.contact_id = person.contact_id
left join model.contact on participation.contact_id = contact.contact_id
left join model.industry on contact.industry = industry.industry
order by interaction.starts_at, interaction.import_id, interaction.occurrence_no, participation.contact_id

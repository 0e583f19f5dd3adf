-- Table: the keys that make two mentions one person: profile address, e-mail, name with employer, the user's word
-- Grain: one row per mention and key
-- Reads: records.person, records.part, records.entry, records.other_address, model.mention, decisions.person_link
with recursive
judged as (
    select
        arg_max(identity_key, decision_no) as identity_key,
        arg_max(other_key, decision_no) as other_key,
        arg_max_null(verdict, decision_no) as verdict,
        max(decision_no) as decision_no
    from decisions.person_link
    group by least(identity_key, other_key), greatest(identity_key, other_key)
),

-- Whose an address is, where one profile has it.
address_owner as (
    select
        email,
        min(profile_url) as profile_url
    from model.mention
    where email is not null and profile_url is not null and not is_shared_email
    group by email
    having count(distinct profile_url) = 1
),

owned as (
    select
        mention.*,
        coalesce(mention.profile_url, address_owner.profile_url) as owner_url
    from model.mention
    left join address_owner
        on mention.email = address_owner.email
        and not mention.is_shared_email
),

employed as (
    select
        who,
        name_key,
        company_key,
        owner_url,
        unnest(keys.domain_names(company_key)) as domain_label
    from owned
    where name_key is not null and company_key is not null and contains(name_key, ' ')
),

-- The employer a mail domain shows: one company, or one person who worked at several of that name.
shown_employer as (
    select
        name_key,
        domain_label,
        min(company_key) as company_key
    from employed
    where domain_label is not null
    group by name_key, domain_label
    having count(distinct company_key) = 1 or (count(distinct owner_url) = 1 and count(owner_url) = count(*))
),

at_employer as (
    select
        who,
        name_key,
        company_key,
        owner_url
    from employed
    union
    select
        owned.who,
        shown_employer.name_key,
        shown_employer.company_key,
        owned.owner_url
    from owned
    inner join shown_employer
        on owned.matched_name = shown_employer.name_key
        and owned.domain_label = shown_employer.domain_label
    where not owned.is_shared_email
),

-- Whom one list has in two rows, each with an address of its own: one person twice, or two. Review asks.
listed_twice as (
    select
        name_key,
        company_key
    from records.person
    where email is not null
    group by import_id, part_no, name_key, company_key
    having min(email) != max(email)
),

-- A name and employer that two profile addresses share are two people.
clear_employer as (
    select
        name_key,
        company_key
    from at_employer
    where not exists (
        select 1
        from listed_twice
        where listed_twice.name_key = at_employer.name_key and listed_twice.company_key = at_employer.company_key
    )
    group by name_key, company_key
    having count(distinct owner_url) <= 1
),

link as (
    select
        'link:' || identity_key || '|' || other_key as shared_key,
        unnest([identity_key, other_key]) as identity_key
    from judged
    where verdict = 'same'
),

further_address as (
    select
        person.who,
        person.name_key,
        other_address.email
    from records.other_address
    inner join records.person
        on other_address.import_id = person.import_id
        and other_address.part_no = person.part_no
        and other_address.line = person.line
),

-- A further address that carries two names that do not contain each other (a couple's) is nobody's key either.
address_name as (
    select
        email,
        string_split(name_key, ' ') as words
    from further_address
    where name_key is not null
    union
    select
        email,
        string_split(name_key, ' ') as words
    from model.mention
    where name_key is not null and email in (select further_address.email from further_address)
),

contested_address as (
    select distinct email
    from (
        select
            email,
            words,
            lag(words, 1, []) over (partition by email order by len(list_distinct(words)), words) as shorter
        from address_name
    ) as ordered
    where not list_has_all(words, shorter)
),

-- Who recommended the user on LinkedIn, or was recommended there, is their connection of that name if one alone has it.
namesake as (
    select
        name_key,
        min(profile_url) as profile_url
    from model.mention
    where is_connection and profile_url is not null and contains(name_key, ' ')
    group by name_key
    having count(distinct profile_url) = 1
),

shared as (
    select
        who,
        'url:' || profile_url as shared_key
    from model.mention
    where profile_url is not null
    union
    select
        who,
        'mail:' || email as shared_key
    from model.mention
    where email is not null and not is_shared_email
    union
    select
        who,
        'mail:' || email as shared_key
    from further_address
    where email not in (select contested_address.email from contested_address)
    union
    select
        person.who,
        'url:' || namesake.profile_url as shared_key
    from records.person
    inner join records.part
        on person.import_id = part.import_id
        and person.part_no = part.part_no
    inner join namesake on person.name_key = namesake.name_key
    where part.kind = 'linkedin_recommendations'
    union
    select
        at_employer.who,
        'at:' || at_employer.name_key || '|' || at_employer.company_key as shared_key
    from at_employer
    inner join clear_employer
        on at_employer.name_key = clear_employer.name_key
        and at_employer.company_key = clear_employer.company_key
    union
    select
        who,
        identity_key as shared_key
    from model.mention
    union
    select
        mention.who,
        link.shared_key
    from link
    inner join model.mention on link.identity_key = mention.identity_key
    union
    -- The same row in a newer copy of a list of bare names, whatever the employer now is.
    select
        person.who,
        'row:' || part.kind || '|' || part.series || '|' || entry.row_key as shared_key
    from records.person
    inner join records.part
        on person.import_id = part.import_id
        and person.part_no = part.part_no
    inner join records.entry
        on person.import_id = entry.import_id
        and person.part_no = entry.part_no
        and person.line = entry.line
    where person.profile_url is null and person.email is null and person.name_key is not null
),

-- "Different people" wins over every rule: of two who share a key the second loses it.
contest as (
    select distinct
        shared.shared_key,
        judged.identity_key,
        judged.other_key,
        judged.decision_no
    from judged
    inner join model.mention as first_mention on judged.identity_key = first_mention.identity_key
    inner join shared as ours on first_mention.who = ours.who
    inner join model.mention as second_mention on judged.other_key = second_mention.identity_key
    inner join shared
        on second_mention.who = shared.who
        and ours.shared_key = shared.shared_key
    where judged.verdict = 'different' and judged.identity_key != judged.other_key
),

-- Who was never the second comes first, then whoever was so the longest ago.
turn as (
    select
        shared_key,
        identity_key,
        max(decision_no) as decision_no
    from (
        select
            shared_key,
            other_key as identity_key,
            decision_no
        from contest
        union all
        select
            shared_key,
            identity_key,
            0 as decision_no
        from contest
    ) as side
    group by shared_key, identity_key
),

rival as (
    select
        one.shared_key,
        one.identity_key,
        list(other.identity_key) filter (
            (other.decision_no, other.identity_key) < (one.decision_no, one.identity_key)
        ) as rivals,
        row_number() over (partition by one.shared_key order by any_value(one.decision_no), one.identity_key) as place
    from turn as one
    inner join contest
        on one.shared_key = contest.shared_key
        and one.identity_key in (contest.identity_key, contest.other_key)
    inner join turn as other
        on contest.shared_key = other.shared_key
        and other.identity_key in (contest.identity_key, contest.other_key)
    group by one.shared_key, one.identity_key
),

-- One after the other: only who kept the key takes it from others. Of several who were split off from each other in turn
--   each can so come back to the first by itself.
settled as (
    select
        shared_key,
        1::bigint as place,
        [identity_key] as keepers,
        null::varchar as loser
    from rival
    where place = 1
    union all
    select
        rival.shared_key,
        rival.place,
        case
            when list_has_any(rival.rivals, settled.keepers) then settled.keepers
            else list_append(settled.keepers, rival.identity_key)
        end as keepers,
        case when list_has_any(rival.rivals, settled.keepers) then rival.identity_key end as loser
    from settled
    inner join rival
        on settled.shared_key = rival.shared_key
        and settled.place + 1 = rival.place
),

parted as (
    select
        mention.who,
        settled.shared_key
    from settled
    inner join model.mention on settled.loser = mention.identity_key
),

kept as (
    select
        shared.who,
        shared.shared_key,
        case split_part(shared.shared_key, ':', 1)
            when 'link' then 0
            when 'url' then 1
            when 'mail' then 2
            when 'row' then 3
            else 4
        end as weakness
    from shared
    left join parted
        on shared.who = parted.who
        and shared.shared_key = parted.shared_key
    where parted.who is null
),

-- Nor may a third mention, perhaps of a later import, lead from one to the other: it keeps to the side with which it
--   shares the stronger key, if they are equally strong to the first, and loses what it shares with the other side.
tie as (
    select
        judged.identity_key,
        judged.other_key,
        sides.is_second,
        third.who,
        third.shared_key,
        third.weakness
    from judged
    cross join (values (false), (true)) as sides (is_second)
    inner join model.mention on mention.identity_key = case
        when sides.is_second then judged.other_key
        else judged.identity_key
    end
    inner join kept as own on mention.who = own.who
    inner join kept as third
        on own.shared_key = third.shared_key
        and own.who != third.who
    inner join model.mention as third_mention on third.who = third_mention.who
    where judged.verdict = 'different' and third_mention.identity_key not in (judged.identity_key, judged.other_key)
),

bridge as (
    select
        identity_key,
        other_key,
        who,
        coalesce(
            min(weakness) filter (is_second) >= min(weakness) filter (not is_second), false
        ) as keeps_to_first
    from tie
    group by identity_key, other_key, who
    having count(distinct is_second) = 2
),

cut as (
    select distinct
        tie.who,
        tie.shared_key
    from tie
    inner join bridge
        on tie.identity_key = bridge.identity_key
        and tie.other_key = bridge.other_key
        and tie.who = bridge.who
        and tie.is_second = bridge.keeps_to_first
)

select
    kept.who,
    kept.shared_key
from kept
left join cut
    on kept.who = cut.who
    and kept.shared_key = cut.shared_key
where cut.who is null

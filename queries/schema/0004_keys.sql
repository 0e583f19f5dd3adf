-- Keys are normalised here and nowhere else.
create schema if not exists keys;

create macro keys.filled(x) as nullif(trim(x), '');

-- "https://www.linkedin.com/in/Dana-F%C3%B6x/?a=b" -> "in/dana-föx"; NULL for any other address.
create macro keys.url(x) as nullif(rtrim(regexp_extract(
    lower(url_decode(trim(x))), '(?:^|[/.])linkedin\.[a-z.]+/+([^?#]*)', 1), ' /'), '');

create macro keys.email(x) as case
    when lower(trim(x)) similar to '[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+' then lower(trim(x))
end;

create macro keys.domain(x) as nullif(split_part(keys.email(x), '@', 2), '');

-- Letters and digits of any script, lower case, no accents, single blanks.
create macro keys.words(x) as nullif(trim(regexp_replace(lower(strip_accents(x)), '[^\p{L}\p{N}]+', ' ', 'g')), '');

-- "Fox, Dana" -> "dana fox"; "Dr. Dana (Dee) Fox, MBA | Coach (she/her)" -> "dana fox"; NULL for what is no name.
create macro keys.name(x) as nullif(regexp_replace(regexp_replace(keys.words(
    case
        when regexp_matches(split_part(regexp_replace(x, '\([^)]*(\)|$)', ' ', 'g'), '|', 1), '^[^,]+,\s*[^,]*[a-zß-ÿ][^,]*$')
            and not regexp_matches(x, ',\s*(Ph\.?D|Dr|Esq|PMP|CFA|MBA|Inc)\b')
            then regexp_replace(split_part(regexp_replace(x, '\([^)]*(\)|$)', ' ', 'g'), '|', 1), '^([^,]+),\s*(.+)$', '\2 \1')
        else regexp_replace(split_part(regexp_replace(x, '\([^)]*(\)|$)', ' ', 'g'), '|', 1), ',.*$', '')
    end), '^((dr|prof|mr|mrs|ms|herr|frau|mme|sr|sra|dott|ing) )+', ''),
    '( (mba|phd|cpa|pmp|cfa|msc|bsc|esq))+$', ''), '');

create macro keys.is_no_name(x) as x is null
    or list_contains(        -- a plain IN becomes a join, which runs for each row even where its answer is not used
        ['', '#n/a', 'n/a', 'na', 'null', '<na>', 'nan', 'none', '#n/a n/a', 'n/a n/a', 'nan nan', 'linkedin member'],
        lower(trim(x))
    );

-- "Siemens AG", "SIEMENS (Erlangen)" -> "siemens"
create macro keys.company(x) as nullif(regexp_replace(keys.words(regexp_replace(x, '\(.*?\)', ' ', 'g')),
    '( (inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|company|gmbh|ag|se|kg|kgaa|mbh|sa|sas|sarl|srl'
    || '|spa|s p a|bv|b v|nv|n v|ab|asa|as|oy|oyj|pty|pvt|private|s a|s r l|s l|sl|group|holding|holdings))+$', ''), '');

-- What a mail domain may call a company: its key in one word, its initials, its first word of four letters or more.
create macro keys.domain_names(company_key) as list_distinct([
    replace(company_key, ' ', ''),
    case when contains(company_key, ' ')
        then array_to_string(list_transform(string_split(company_key, ' '), lambda w: left(w, 1)), '') end,
    list_filter(string_split(company_key, ' '), lambda w: length(w) >= 4
        and w not in ('bank', 'university', 'group', 'hospital', 'international', 'national', 'global', 'institute'))[1]
]);

-- "dana@mail.siemens.co.uk" -> "siemens"
create macro keys.domain_label(domain) as case
    when regexp_matches(domain, '\.(co|com|ac|org|net|gov|edu|or|ne)\.[a-z]{2}$') then string_split(domain, '.')[-3]
    else string_split(domain, '.')[-2]
end;

-- 64 of its bits; md5_number_lower would give 64 too, in four times the time.
create macro keys.hash(x) as (md5_number(x) & 18446744073709551615)::ubigint;
create macro keys.short(x) as left(md5(x), 12);

-- "14-jun-20", "13 sept. 2018", "12 mars 2023": month names of eight languages; NULL if it is none of them.
create macro keys.month_name_date(x) as try_strptime(concat_ws(' ',
    regexp_extract(x, '^\s*(\d{1,2})', 1),
    case left(strip_accents(lower(regexp_extract(x, '^\s*\d{1,2}[^\p{L}]+(?:de )?(\p{L}+)', 1))), 3)
        when 'jan' then 1 when 'ene' then 1 when 'gen' then 1
        when 'feb' then 2 when 'fev' then 2 when 'fe' then 2
        when 'mar' then 3 when 'mae' then 3 when 'mrz' then 3 when 'maa' then 3 when 'mrt' then 3
        when 'apr' then 4 when 'abr' then 4 when 'avr' then 4
        when 'may' then 5 when 'mai' then 5 when 'mag' then 5 when 'mei' then 5
        when 'jun' then 6 when 'giu' then 6
        when 'jul' then 7 when 'lug' then 7
        when 'aug' then 8 when 'ago' then 8 when 'aou' then 8
        when 'sep' then 9 when 'set' then 9
        when 'oct' then 10 when 'okt' then 10 when 'out' then 10 when 'ott' then 10
        when 'nov' then 11
        when 'dec' then 12 when 'dez' then 12 when 'dic' then 12
        when 'jui' then case when strip_accents(lower(x)) like '%juin%' then 6 else 7 end
    end,
    regexp_extract(x, '(\d{2,4})\D*$', 1)),
    ['%d %m %y', '%d %m %Y'])::date;     -- in this order: %Y takes "18" for the year 18

-- A text as a cell that no spreadsheet computes: the rule of dashboard/exports/delimited.py, for millions of them.
create or replace temp macro cell(x) as case
    when not regexp_matches(x, '^''*( *[\t\r\n]|\s*[=+\-@＝＋－＠])') then x
    when regexp_full_match(x, '[+-]?[0-9]+([.,][0-9]+)*([eE][+-]?[0-9]+)?%?') then x
    when regexp_full_match(x, '\+[0-9][0-9 ().\-/]*') and regexp_matches(x, '[0-9)] +[0-9(]')
        and length(regexp_replace(x, '[^0-9]', '', 'g')) between 7 and 15 then x
    else '''' || x
end;

-- An identity key as a person says it: "url:in/dana-fox" -> "linkedin.com/in/dana-fox", "mail:info@acme.com|dana fox"
-- -> "info@acme.com, dana fox".
create macro keys.said(identity_key) as replace(case
    when starts_with(identity_key, 'url:') then 'linkedin.com/' || identity_key[5:]
    when starts_with(identity_key, 'mail:') or starts_with(identity_key, 'name:') then identity_key[6:]
    else identity_key
end, '|', ', ');

"""A list of people that a contact shared: chosen by the user, never recognised, since it looks like a list of their own.

It is read by the importer of its format; only where its rows go is another place (``records.acquaintance``).
"""

KIND = "shared_list"
SHAREABLE = (  # kinds of lists of people
    "linkedin_connections",
    "linkedin_contacts",
    "contact_sheet",
    "google_contacts",
    "outlook_contacts",
    "vcard",
)
TITLE = "List shared by a contact"
HELP = (
    "A contact can send you their Connections.csv: in LinkedIn, Settings, Data privacy, Get a copy of your data. Drop it "
    "and say whose it is. The people in it become the acquaintances of that contact, never contacts of yours."
)

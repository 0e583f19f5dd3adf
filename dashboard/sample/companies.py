"""Where the made-up people work: well-known employers, and firms that do not exist but tell their trade.

Mail domains end in ``.example`` (RFC 2606), so that no address can be anybody's. Their first label is what the
engine lets a domain call a company: its name in one word, its first word, or its initials.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

_KNOWN = {
    "SFT": "Datadog; GitLab; Snowflake; Elastic; HashiCorp; Atlassian; HubSpot; Zendesk; Cloudflare; MongoDB; JetBrains; "
           "Confluent; Databricks; Docker; Workday; Figma; Miro; Notion; SAP; Google; Twilio; "
           "Salesforce; ServiceNow; Autodesk; Okta; Zscaler; Dropbox; Asana; Airtable; Intercom; Freshworks; Globant; "
           "EPAM; Infosys; Cognizant; Cockroach Labs; Grid Dynamics; Hugging Face; Automation Anywhere; Duck Creek",
    "HWE": "Infineon; Nvidia; Intel; NXP; Bose; Logitech; ASML; STMicroelectronics; Arista Networks; Texas Instruments; "
           "Raspberry Pi; Keysight",
    "TEL": "Vodafone; Deutsche Telekom; Swisscom; Telenor; Proximus; Safaricom; Telstra; Liberty Global; Virgin Media",
    "MED": "Spotify; Axel Springer; Netflix; Axios; Hachette; Riot Games; Globo; ProSiebenSat.1; Scholastic",
    "RET": "Zalando; IKEA; Carrefour; ASOS; Etsy; Delivery Hero; Flipkart; John Lewis; Sephora; Leroy Merlin; Rewe",
    "CPG": "Danone; Nestlé; Beiersdorf; Heineken; Barilla; Oatly; Patagonia; Kraft Heinz",
    "MFG": "Bosch; Siemens; BASF; KUKA; Hilti; Michelin; Porsche; Covestro; Atlas Copco; Johnson Controls; BMW Group; "
           "Schneider Electric",
    "ENE": "Vattenfall; Iberdrola; Octopus Energy",
    "CON": "Arup; Skanska; Hochtief; Zaha Hadid Architects; Mott MacDonald; Ramboll",
    "TRN": "DHL; Maersk; Lufthansa; Flexport; Hapag-Lloyd; Deutsche Bahn; BlaBlaCar; Kuehne+Nagel",
    "FIN": "Deutsche Bank; BlackRock; Adyen; Goldman Sachs; BNP Paribas; N26; Barclays; Wise; Commerzbank; Index Ventures; "
           "American Express; Klarna; Bridgewater Associates; Danske Bank; HSBC; Intesa Sanpaolo",
    "INS": "Allianz; Munich Re; Swiss Re; Generali; Aviva; Lemonade; Talanx; Hiscox",
    "REA": "Vonovia; Savills; Knight Frank; Zoopla",
    "LAW": "Linklaters; Freshfields; Clifford Chance; Hogan Lovells; Bird & Bird; Norton Rose Fulbright",
    "CNS": "McKinsey & Company; Roland Berger; Bain & Company; Deloitte; KPMG; Accenture; Oliver Wyman; Grant Thornton; "
           "Simon-Kucher; AlixPartners; PA Consulting; Booz Allen Hamilton; Gartner; EY",
    "MKT": "Ogilvy; Edelman; Jellyfish; Wolff Olins; Saatchi & Saatchi; Criteo; Razorfish; Weber Shandwick",
    "HRS": "Robert Half; Hays; Michael Page; Randstad; Heidrick & Struggles; Egon Zehnder; Korn Ferry; Spencer Stuart; "
           "Morgan McKinley; Adecco",
    "EDU": "Technical University of Munich; Imperial College London; INSEAD; ETH Zürich; Delft University of Technology; "
           "Khan Academy; Sciences Po; London Business School; Carnegie Mellon; KU Leuven",
    "HLT": "Charité; Helios; Mayo Clinic; Cleveland Clinic; Doctolib; Asklepios; Spire Healthcare",
    "LSC": "Roche; BioNTech; Novo Nordisk; Novartis; Illumina; Boehringer Ingelheim; QIAGEN; Medtronic",
    "HSP": "Booking.com; Hilton; Skyscanner; Airbnb; Pret A Manger; Tripadvisor",
    "GOV": "European Commission; NATO; Auswärtiges Amt; HM Treasury; OECD",
    "NPO": "Wikimedia Foundation; Greenpeace; Oxfam; Linux Foundation",
}  # fmt: skip
_MADE_UP = {
    "SFT": "Tidewrack Software; Pixelfern Software; Marrowstone Software; Quillback Software; Brightfern Software; "
           "Hollowell Software",
    "HWE": "Orrin Semiconductors; Faldor Microelectronics",
    "TEL": "Northmoor Telecom; Selva Broadband",
    "MED": "Lanternfish Film Studios; Upland Radio",
    "RET": "Copperkettle Supermarkets; Marlin Street Fashion Retail",
    "CPG": "Old Orchard Bakery; Gullwing Brewery",
    "MFG": "Stahlberg Maschinenbau; Ardent Machine Tools",
    "ENE": "Windrose Solar Energy; Nordfjell Hydropower",
    "CON": "Pellham Architects; Grauwerk Bauunternehmen",
    "TRN": "Saltmarsh Freight; Redgate Logistics",
    "FIN": "Ferncastle Capital Partners; Sparkasse Ohmtal",
    "INS": "Beaconhurst Insurance; Waldhaus Versicherungen",
    "REA": "Hazelbrook Real Estate; Mirador Immobilien",
    "LAW": "Vossberg Rechtsanwälte; Pemberly Law Firm",
    "CNS": "Tarnwell Management Consulting; Ostrander Tax Advisors",
    "MKT": "Saffron Kite Advertising; Loudmouse Public Relations",
    "HRS": "Bluebell Staffing; Talentbrook Recruiting",
    "EDU": "University of Ostermere; Birchwood Primary School",
    "HLT": "Lakeside Dental Clinic; St. Hedwig Krankenhaus",
    "LSC": "Veridane Pharmaceuticals; Helixmoor Biotech",
    "HSP": "Hotel Silberhorn; Café Mirabelle Restaurant",
    "GOV": "City of Ostermere; Ministry of Rural Roads",
    "NPO": "Ostermere Food Bank; Saltmarsh Bird Foundation",
}  # fmt: skip
_VAGUE_FIRST_WORDS = {"bank", "university", "technical", "hospital", "city", "ministry", "hotel", "deutsche", "american",
                      "european", "health", "grant", "london", "liberty", "food", "real"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Employer:
    """A company, its industry (taxonomy code) and its mail domain. ``is_known``: the employer table has it."""

    name: str
    industry: str
    domain: str
    is_known: bool


@cache
def employers() -> tuple[Employer, ...]:
    """All employers, known ones first within an industry; every domain belongs to exactly one."""
    taken: set[str] = set()
    found = []
    for industry, known in _KNOWN.items():
        for names, is_known in ((known, True), (_MADE_UP[industry], False)):
            for name in names.split("; "):
                label = next(x for x in _labels(name, turn=len(found)) if x not in taken)
                taken.add(label)
                found.append(Employer(name, industry, f"{label}.example", is_known))
    return tuple(found)


def made_up(name: str) -> Employer:
    """A made-up employer by name; KeyError if there is none."""
    return {e.name: e for e in employers() if not e.is_known}[name]


def _labels(name: str, turn: int) -> tuple[str, ...]:
    """What the domain of that company may start with, the preferred form first: forms take turns."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ø", "o"))
    words = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split()
    if words[-1] in ("group", "company"):       # no part of the name's key
        words.pop()
    joined = "".join(words)
    initials = "".join(w[0] for w in words)
    first = words[0]
    if len(words) == 1 or len(first) < 4 or first in _VAGUE_FIRST_WORDS:
        return (joined,)
    if len(words) >= 3 and turn % 3 == 0:
        return (initials, joined)
    return (first, joined) if turn % 4 else (joined,)

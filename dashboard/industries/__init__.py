"""Industries: the taxonomy, the reference data, and the pure classifier. No network, no state.

    taxonomy     the 24 industries, in their fixed order, with US reference shares
    mapping      industries as other systems write them -> our codes
    names        company names -> words and table keys
    employers    the employer table: exact names, then prefixes of two words or more
    domains      mail domains: providers, telling endings, the label on the employer table
    name_rules   words in company names, head noun aware
    classifier   the layers together: what is known of an employer -> Guess
"""

from dashboard.industries.classifier import VERSION, Evidence, Guess, classify, classify_many
from dashboard.industries.domains import is_mail_provider
from dashboard.industries.mapping import industry_of_text
from dashboard.industries.names import company_key
from dashboard.industries.taxonomy import BY_CODE, CODES, INDUSTRIES, Industry, reference_shares, rows

__all__ = [
    "BY_CODE", "CODES", "INDUSTRIES", "VERSION", "Evidence", "Guess", "Industry", "classify", "classify_many",
    "company_key", "industry_of_text", "is_mail_provider", "reference_shares", "rows",
]

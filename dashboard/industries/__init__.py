"""Industries: the taxonomy, the reference data, and the pure classifier. No network, no state.

taxonomy     the 24 industries, in their fixed order, with US reference shares
mapping      industries as other systems write them -> our codes
names        company names -> words and table keys
employers    the employer table: exact names, then prefixes of two words or more
domains      mail domains: providers, telling endings, the label on the employer table
name_rules   words in company names, head noun aware
titles       positions -> function, and the industries that people with such a title work in
functions    what people do: a small taxonomy of its own
model        the small model: the wording of a name -> scores
pool         wording and title together where nothing else is known
classifier   the layers together: what is known of an employer -> Guess
mix          uncertain guesses re-weighted by the workspace's own industries
"""

from dashboard.industries.classifier import VERSION, Evidence, Guess, classify, classify_many
from dashboard.industries.domains import is_mail_provider
from dashboard.industries.functions import BY_FUNCTION, FUNCTIONS, Function
from dashboard.industries.mapping import industry_of_text
from dashboard.industries.mix import mix_of, reweighted
from dashboard.industries.names import company_key
from dashboard.industries.taxonomy import BY_CODE, CODES, INDUSTRIES, LABELS, Industry, reference_shares, rows

__all__ = [
    "BY_CODE",
    "BY_FUNCTION",
    "CODES",
    "FUNCTIONS",
    "INDUSTRIES",
    "LABELS",
    "VERSION",
    "Evidence",
    "Function",
    "Guess",
    "Industry",
    "classify",
    "classify_many",
    "company_key",
    "industry_of_text",
    "is_mail_provider",
    "mix_of",
    "reference_shares",
    "reweighted",
    "rows",
]

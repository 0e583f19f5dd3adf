"""An industry is the employer's: whatever somebody does there, a title never changes it."""

import pytest

from dashboard.industries import Evidence, classify

# Employer (from the table, its mail domain, or telling words in its name), a title from elsewhere, the industry.
CASES = [
    ("Goldman Sachs", "Lawyer", "FIN"),
    ("Goldman Sachs", "Registered Nurse", "FIN"),
    ("Goldman Sachs", "Executive Chef", "FIN"),
    ("Goldman Sachs", "Software Engineer", "FIN"),
    ("Cobb County School District", "School Nurse", "EDU"),
    ("Oakwood High School", "Registered Nurse", "EDU"),
    ("Harvard University", "Attorney", "EDU"),
    ("Harvard University", "Software Developer", "EDU"),
    ("Stanford Law School", "Attorney", "EDU"),
    ("Mayo Clinic", "Software Engineer", "HLT"),
    ("Mayo Clinic", "General Counsel", "HLT"),
    ("Mayo Clinic", "Professor of Medicine", "HLT"),
    ("Springfield Hospital", "Chef", "HLT"),
    ("Springfield Hospital", "Chaplain", "HLT"),
    ("Charité", "Rechtsanwältin", "HLT"),
    ("Google", "Chef", "SFT"),
    ("Google", "Lawyer", "SFT"),
    ("Google", "Real Estate Manager", "SFT"),
    ("Microsoft", "Teacher", "SFT"),
    ("Siemens", "Rechtsanwalt", "MFG"),
    ("Siemens", "Softwareentwickler", "MFG"),
    ("Volkswagen", "Betriebsarzt", "MFG"),
    ("Shell", "Pilot", "ENE"),
    ("Petrobras", "Advogada", "ENE"),
    ("Lufthansa", "Software Engineer", "TRN"),
    ("DHL", "Data Scientist", "TRN"),
    ("Baker McKenzie", "Software Developer", "LAW"),
    ("Baker McKenzie", "Recruiter", "LAW"),
    ("Gómez Abogados", "Contador", "LAW"),
    ("Marriott International", "Electrician", "HSP"),
    ("Seaside Hotel", "Nurse", "HSP"),
    ("Randstad", "Software Engineer", "HRS"),
    ("Ogilvy", "Accountant", "MKT"),
    ("Allianz", "Software Engineer", "INS"),
    ("Allianz", "Médico", "INS"),
    ("US Army", "Physician", "GOV"),
    ("City of Springfield", "Electrician", "GOV"),
    ("City of Springfield", "Software Engineer", "GOV"),
    ("Ministerio de Hacienda", "Abogado", "GOV"),
    ("Preisschild Versicherung", "Entwickler", "INS"),
    ("First Baptist Church", "Software Engineer", "NPO"),
    ("Red Cross", "Registered Nurse", "NPO"),
    ("Walmart", "Pharmacist", "RET"),
    ("Walmart", "Truck Driver", "RET"),
    ("Pfizer", "Attorney", "LSC"),
    ("Pfizer", "Pilot", "LSC"),
    ("Nestlé", "Lawyer", "CPG"),
    ("Netflix", "Chef", "MED"),
    ("Vodafone", "Teacher", "TEL"),
    ("Golden Gate Realty", "Software Engineer", "REA"),
    ("Karlsson Fastigheter AB", "Ekonom", "REA"),
    ("Boeing", "Nurse", "AER"),
    ("Acme Semiconductor", "Attorney", "HWE"),
    ("Skanska", "Software Engineer", "CON"),
    ("Deloitte", "Software Engineer", "CNS"),
    ("Deloitte", "Attorney", "CNS"),
]


@pytest.mark.parametrize(("company", "position", "industry"), CASES)
def test_title_never_overrides_the_employer(company: str, position: str, industry: str) -> None:
    alone = classify(Evidence(company=company))
    guess = classify(Evidence(company=company, position=position))
    assert guess.industry == alone.industry == industry
    assert guess.confidence >= alone.confidence
    assert guess.layer == alone.layer


@pytest.mark.parametrize(
    ("domain", "position", "industry"),
    [("siemens.com", "Lawyer", "MFG"), ("charite.de", "Softwareentwickler", "HLT"), ("harvard.edu", "Chef", "EDU"),
     ("ca.gov", "Physician", "GOV"), ("goldmansachs.com", "Nurse", "FIN")],
)
def test_title_never_overrides_the_mail_domain(domain: str, position: str, industry: str) -> None:
    assert classify(Evidence(domain=domain, position=position)).industry == industry


def test_title_never_overrides_the_file() -> None:
    assert classify(Evidence(position="Nurse", industry_text="Banking")).industry == "FIN"


def test_a_title_that_agrees_with_the_name_makes_it_surer() -> None:
    alone, agreeing, other = (
        classify(Evidence(company="Capital Dental Care", position=position)).confidence
        for position in (None, "Dentist", "Software Engineer"))
    assert agreeing > alone == other


@pytest.mark.parametrize(
    ("company", "position", "industry"),
    [("Self-employed", "Attorney", "LAW"), ("Freelance", "Graphic Designer", "MKT"), ("Stealth", "Software Engineer", "SFT"),
     ("Selbstständig", "Heilpraktikerin", "HLT"), ("Autónomo", "Abogada", "LAW"), ("Freelance", "Traductora", "CNS"),
     (None, "Enfermera", "HLT"), (None, "Professeur", "EDU"), ("Zalindra Gaya", "Realtor", "REA"),
     ("Indépendante", "Graphiste", "MKT"), ("ZZP", "Fotograaf", "MED"), ("Libero professionista", "Architetto", "CON")],
)
def test_a_title_fills_the_gap(company: str | None, position: str, industry: str) -> None:
    guess = classify(Evidence(company=company, position=position))
    assert (guess.industry, guess.layer) == (industry, "title")


def test_what_people_do_everywhere_says_less_than_what_they_do_in_one_industry() -> None:
    everywhere, anchored = (
        classify(Evidence(company="Zalindra Gaya", position=position)).confidence
        for position in ("Accountant", "Dentist"))
    assert everywhere < 0.45 < anchored

"""What a position says: functions in seven languages, and the industries people with such a title work in."""

import pytest

from dashboard.industries import BY_FUNCTION, FUNCTIONS, Evidence, classify
from dashboard.industries.tables import tsv_rows
from dashboard.industries.taxonomy import CODES
from dashboard.industries.titles import NOTHING, read

IN_SEVEN_LANGUAGES = {
    "engineering": ["Senior Software Engineer", "Ingeniero de Software", "Desenvolvedora", "Ingénieur logiciel",
                    "Softwareentwicklerin", "Sviluppatore", "Softwareontwikkelaar"],
    "sales": ["Sales Manager", "Gerente de Ventas", "Gerente de Vendas", "Directeur commercial", "Vertriebsleiter",
              "Responsabile vendite", "Verkoper"],
    "legal": ["General Counsel", "Abogada", "Advogado", "Avocate", "Rechtsanwältin", "Avvocato", "Advocaat"],
    "finance": ["Chartered Accountant", "Contadora", "Analista contábil", "Expert-comptable", "Steuerberaterin",
                "Commercialista", "Boekhouder"],
    "hr": ["Talent Acquisition Partner", "Recursos Humanos", "Analista de RH", "Chargée de recrutement",
           "Personalreferentin", "Risorse umane", "HR-adviseur"],
    "marketing": ["Digital Marketing Lead", "Jefe de marca", "Analista de marketing", "Chargée de communication",
                  "Marketingleiter", "Responsabile marketing", "Communicatieadviseur"],
    "operations": ["Supply Chain Manager", "Jefe de compras", "Analista de logística", "Acheteuse", "Einkäufer",
                   "Responsabile acquisti", "Inkoper"],
    "project": ["Project Manager", "Jefa de proyecto", "Gerente de projetos", "Cheffe de projet", "Projektleiterin",
                "Capo progetto", "Projectleider"],
    "research": ["Research Scientist", "Investigadora", "Pesquisador", "Chercheuse", "Wissenschaftliche Mitarbeiterin",
                 "Ricercatrice", "Onderzoeker"],
    "care": ["Registered Nurse", "Enfermera", "Enfermeiro", "Infirmière", "Assistenzärztin", "Infermiera",
             "Verpleegkundige"],
    "teaching": ["High School Teacher", "Profesora de inglés", "Professora", "Maître de conférences", "Lehrerin",
                 "Insegnante", "Leerkracht"],
    "leadership": ["Founder & CEO", "Dueño", "Sócio-administrador", "Gérante", "Geschäftsführerin",
                   "Amministratore delegato", "Eigenaar"],
    "admin": ["Office Manager", "Asistente administrativo", "Secretária", "Assistante de direction", "Sachbearbeiterin",
              "Impiegata", "Directiesecretaresse"],
    "media": ["Journalist", "Fotógrafa", "Jornalista", "Traductrice", "Redakteurin", "Giornalista", "Vertaler"],
    "service": ["Executive Chef", "Peluquera", "Corretor de imóveis", "Coiffeuse", "Köchin", "Cameriere", "Makelaar"],
    "trades": ["Electrician", "Camionero", "Pedreiro", "Plombier", "Bauleiter", "Falegname", "Timmerman"],
    "public": ["Diplomat", "Concejal", "Vereadora", "Maire", "Bürgermeisterin", "Funzionario", "Wethouder"],
    "student": ["PhD in waiting, Student", "Becaria", "Estagiária", "Stagiaire", "Werkstudent", "Tirocinante", "Stagiair"],
    "design": ["Product Designer", "Arquitecta", "Diretor de arte", "Graphiste", "Innenarchitektin", "Architetto",
               "Grafisch vormgever"],
}


@pytest.mark.parametrize(
    ("position", "function"), [(title, code) for code, titles in IN_SEVEN_LANGUAGES.items() for title in titles])
def test_function(position: str, function: str) -> None:
    assert classify(Evidence(company="Zalindra Gaya", position=position)).function == function


@pytest.mark.parametrize(
    ("position", "function"),
    [
        ("Director of Sales", "sales"),
        ("VP, Engineering", "engineering"),
        ("Head of Legal", "legal"),
        ("Executive Assistant to the Chief Financial Officer", "admin"),
        ("Sales Engineer", "sales"),
        ("Legal Assistant", "legal"),
        ("Marketing Intern", "marketing"),
        ("Nurse Manager", "care"),
        ("Project Manager, Marketing", "project"),
        ("Data Engineer", "data"),
        ("Product Marketing Manager", "marketing"),
        ("Director", "leadership"),
        ("Consultant", "consulting"),
        ("HR Consultant", "hr"),
        ("Chief Technology Officer", "engineering"),
        ("Softwareentwickler (m/w/d)", "engineering"),
        ("Maschinenbauingenieurin", "engineering"),
        ("Zzz", None),
        ("", None),
    ],
)
def test_the_most_telling_words_decide(position: str, function: str | None) -> None:
    assert classify(Evidence(company="Siemens", position=position)).function == function


def test_function_does_not_depend_on_the_employer() -> None:
    for company in ("Siemens", "Freelance", None):
        assert classify(Evidence(company=company, position="Rechtsanwalt")).function == "legal"


def test_functions_are_few_and_labelled() -> None:
    assert len(FUNCTIONS) == len(BY_FUNCTION) == len({each.label for each in FUNCTIONS}) <= 26
    assert {row[0] for row in tsv_rows("title_functions.tsv")} == set(BY_FUNCTION)


def test_every_occupation_named_has_industries() -> None:
    known = {row.split(",")[0] for row in _lines("occupation_industry.csv")}
    assert {row[1] for row in tsv_rows("title_functions.tsv")} - {""} <= known
    assert {row[0] for row in tsv_rows("self_employed.tsv")} <= known
    assert {row[1] for row in tsv_rows("self_employed.tsv")} <= set(CODES)


def _lines(name: str) -> list[str]:
    from dashboard.industries.tables import DATA

    return (DATA / name).read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("position", ["Software Developer", "Registered Nurse", "Lawyer", "Accountant", "Rechtsanwalt"])
@pytest.mark.parametrize("is_self_employed", [False, True])
def test_a_prior_is_a_distribution(position: str, is_self_employed: bool) -> None:
    prior = read(position, is_self_employed).prior
    assert prior is not None and set(prior) == set(CODES)
    assert sum(prior.values()) == pytest.approx(1, abs=1e-6)
    assert all(share > 0 for share in prior.values())


def test_priors_are_those_of_the_occupation() -> None:
    nurse, accountant = read("Krankenschwester").prior, read("Contador").prior
    assert nurse is not None and accountant is not None
    assert max(nurse, key=lambda code: nurse[code]) == "HLT" and nurse["HLT"] > 0.7
    assert max(accountant, key=lambda code: accountant[code]) == "CNS" and accountant["CNS"] < 0.5


def test_general_management_says_nothing_of_the_industry() -> None:
    assert read("CEO").prior is None
    assert read("Zzz") == NOTHING

"""The guesses and the function of everybody, and the re-weighting of uncertain guesses by the workspace's own mix."""

import pytest
from world import World

from dashboard.industries import Evidence, classify_many, mix_of, reweighted

UNCERTAIN = ["Zalindra", "Praxima", "Qwertzu", "Bankery", "Orthovance"]


def clinics(world: World, size: int) -> list[Evidence]:
    people = [Evidence(f"Clinic number {number}", "Nurse") for number in range(size)]
    people += [Evidence(name, position) for name in UNCERTAIN for position in (None, "Software Engineer", "Owner")]
    for number, one in enumerate(people):
        world.person(f"Person {number}", company=one.company, position=one.position, url=f"p{number}")
    return people


@pytest.mark.parametrize("size", [0, 120])
def test_sql_and_python_weigh_alike(world: World, size: int) -> None:
    people = clinics(world, size)
    world.build()
    plain = classify_many(people)
    expected = [reweighted(guess, mix_of(plain)) for guess in plain]
    found = {
        (company, position): (industry, confidence, [(each["industry"], each["weight"]) for each in guesses])
        for company, position, industry, confidence, guesses in world.rows(
            "select company, position, industry, confidence, guesses from model.industry_guess")
    }
    for one, guess in zip(people, expected, strict=True):
        industry, confidence, guesses = found[one.company, one.position]
        assert industry == guess.industry
        assert confidence == pytest.approx(guess.confidence, abs=1e-9)
        assert [code for code, _ in guesses] == [code for code, _ in guess.guesses[:3]]
        assert [weight for _, weight in guesses] == pytest.approx([weight for _, weight in guess.guesses[:3]], abs=1e-9)


def test_a_network_of_clinics_lifts_health_care_but_only_where_nothing_is_certain(world: World) -> None:
    clinics(world, 120)
    world.person("Ada Fox", company="Goldman Sachs", position="Nurse", url="ada")
    world.build()
    alone = {one.company: guess for one, guess in zip(
        [Evidence(name) for name in UNCERTAIN], classify_many([Evidence(name) for name in UNCERTAIN]), strict=True)}
    weights = {
        company: {each["industry"]: each["weight"] for each in guesses}
        for company, guesses in world.rows(
            "select company, guesses from model.industry_guess where position is null")
    }
    care = dict(alone["Praxima"].guesses)["HLT"]
    assert weights["Praxima"]["HLT"] > care
    assert world.rows("select industry, confidence from model.industry_guess where company = 'Goldman Sachs'") == [
        ("FIN", 0.97)]


def test_contacts_carry_function_and_guesses(world: World) -> None:
    world.person("Ada Fox", company="Goldman Sachs", position="Senior Software Engineer", url="ada")
    world.person("Bo Lind", company="Qwertzu", position="Zzz", url="bo")
    world.person("Cy Nash", position="Krankenschwester", url="cy")
    world.build()
    rows = world.rows(
        "select full_name, industry, industry_layer, industry_evidence, function, len(industry_guesses), "
        "industry_guesses[1].industry from model.contact order by full_name")
    assert rows[0] == ("Ada Fox", "FIN", "employer", "employer table: Goldman Sachs", "engineering", 3, "FIN")
    assert rows[1][:6] == ("Bo Lind", None, "unknown", "", None, 3)
    assert rows[2] == ("Cy Nash", "HLT", "title", "title: krankenschwester", "care", 3, "HLT")


def test_a_label_wins_over_every_guess_and_leaves_the_guesses(world: World) -> None:
    world.person("Ada Fox", company="Goldman Sachs", position="Nurse", url="ada")
    world.label("company", "goldman sachs", "LAW")
    rows = world.build().rows("select industry, industry_layer, industry_guesses[1].industry from model.contact")
    assert rows == [("LAW", "label", "FIN")]

from datetime import date
from pathlib import Path

from workspaces import file, rows, take
from world import World, check, contact_id

from dashboard.warehouse import Workspace

COLUMNS = "place parent_place generation person person_id industry_label brought source introduced_on"


OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Company,Job Title,Business Phone,Home Phone,Mobile Phone,Account,"
    "E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,"
    "Referred By,Web Page"
)


def day(of_november: int) -> date:
    return date(2026, 11, of_november)


def test_whole_answer(world: World) -> None:
    """Dana brought Ida, and by an ask Kim, who brought Leo. Somebody no longer in the files brought Max."""
    for name in ("dana", "ida", "kim", "leo", "max"):
        world.person(f"{name.capitalize()} Fox", url=name)
    world.label("person", "url:in/kim", "HLT")
    ask = world.request("url:in/dana", "HLT", day(1), name="Kim Fox", sent=day(1), met=day(9))
    for person, origin in (("ida", "dana"), ("leo", "kim"), ("max", "gone")):
        world.decide("contact_origin", identity_key=f"url:in/{person}", origin=f"url:in/{origin}")
    assert ask
    said = "you said so"
    check(
        world.ask("lineage"), COLUMNS,
        (1, None, 0, "Dana Fox", contact_id("url:in/dana"), None, 2, None, None),
        (2, 1, 1, "Kim Fox", contact_id("url:in/kim"), "Health care", 1, "an ask", day(9)),
        (3, 2, 2, "Leo Fox", contact_id("url:in/leo"), None, 0, said, None),
        (4, 1, 1, "Ida Fox", contact_id("url:in/ida"), None, 0, said, None),
        (5, None, 0, None, None, None, 1, None, None),
        (6, 5, 1, "Max Fox", contact_id("url:in/max"), None, 0, said, None),
    )
    assert [row["place"] for row in world.ask("lineage", most=2)] == [1, 2]


def test_two_who_introduced_each_other_stand_once_each(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.person("Ida Fox", url="ida")
    world.decide("contact_origin", identity_key="url:in/ida", origin="url:in/dana")
    world.decide("contact_origin", identity_key="url:in/dana", origin="url:in/ida")
    assert sorted(row["person"] for row in world.ask("lineage")) == ["Dana Fox", "Ida Fox"]


def test_an_address_book_says_who_referred_whom(tmp_path: Path) -> None:
    """The name of a contact leads to them; another name stands as it is written."""
    people = (("Ben Okafor", ""), ("Kim Roe", "Ben Okafor"), ("Leo Lund", "Aunt Edna Fox"))
    lines = [
        ",{},,{},Zyx,,,,,,{}@zyx.example,SMTP,,,,,{},".format(*name.split(), name.split()[0].lower(), referred_by)
        for name, referred_by in people
    ]
    space = Workspace(tmp_path / "space")
    take(space, file(tmp_path, "outlook.csv", OUTLOOK, *lines, end="\r\n"))
    found = rows(
        space,
        "select person.full_name, introduction.introducer_name, introducer_id is not null, source from model.introduction "
        "inner join model.contact as person on introduction.person_id = person.contact_id order by all",
    )
    assert found == [
        ("Kim Roe", "Ben Okafor", True, "an address book"), ("Leo Lund", "Aunt Edna Fox", False, "an address book"),
    ]

from datetime import date

from world import World, check

COLUMNS = "kind said setting subject"


def test_decisions_about_people_no_file_names_any_more_wait(world: World) -> None:
    """Their import is undone; with the next one they hold again."""
    world.file("linkedin_connections")
    world.person("Ada Fox", company="Acme", url="ada")
    world.file("linkedin_connections")
    world.person("Bob Hill", company="Gone Inc", url="bob")
    for url in ("ada", "bob"):
        world.label("person", f"url:in/{url}", "HLT")
        world.mark(f"url:in/{url}", "never_suggest")
    world.label("company", "acme", "FIN")
    world.label("company", "gone", "FIN")
    world.label("domain", "gone.com", None)
    world.decide("person_link", identity_key="url:in/ada", other_key="url:in/bob", verdict="different")
    world.request("url:in/bob", "LAW", date(2026, 11, 1))
    world.decide("contact_note", identity_key="url:in/bob", note="met in Rome")
    world.decide("contact_correction", identity_key="url:in/bob", field="position", correction="Partner")
    world.decide("employer_correction", identity_key="url:in/bob", company="Hill Ltd")
    world.decide("contact_note", identity_key="url:in/ada", note="still there")
    world.decide("favour", identity_key="url:in/bob", direction="given", happened_on=date(2026, 11, 3), note="a lift",
                 is_held=True)
    world.decide("contact_origin", identity_key="url:in/bob", origin="url:in/ada")
    assert world.ask("unresolved_decisions") == []
    world.undo(2)
    rows = sorted(world.ask("unresolved_decisions"), key=lambda row: (row["kind"], row["said"], row["setting"]))
    assert all(row.pop("decided_at") for row in rows)
    check(rows, COLUMNS,
          ("contact", "linkedin.com/in/bob", "never suggest", "url:in/bob"),
          ("correction", "linkedin.com/in/bob", "Hill Ltd", "url:in/bob"),
          ("correction", "linkedin.com/in/bob", "Partner", "url:in/bob"),
          ("favour", "linkedin.com/in/bob", "given on 3 Nov 2026: a lift", "url:in/bob"),
          ("how you met", "linkedin.com/in/bob", "introduced by linkedin.com/in/ada", "url:in/bob"),
          ("industry", "gone", "Finance", "gone"),
          ("industry", "linkedin.com/in/bob", "Health care", "url:in/bob"),
          ("note", "linkedin.com/in/bob", "met in Rome", "url:in/bob"),
          ("request", "linkedin.com/in/bob", "Legal", "url:in/bob"),
          ("same person", "linkedin.com/in/ada and linkedin.com/in/bob", "different", "url:in/ada"))

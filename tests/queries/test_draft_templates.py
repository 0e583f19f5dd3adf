from world import World, check

COLUMNS = "template_name kind language purpose template_text"


def template(world: World, name: str, text: str | None, language: str = "en", purpose: str | None = None) -> None:
    world.decide("draft_template", template_name=name, kind="introduction", language=language, purpose=purpose,
                 template_text=text)


def said(world: World) -> list[dict[str, object]]:
    found = world.ask("draft_templates")
    assert all(row.pop("changed_at") for row in found)
    return found


def test_the_newest_text_holds_and_a_deleted_one_is_gone(world: World) -> None:
    template(world, "Warm", "first")
    template(world, "Warm", "second")
    template(world, "Warm", "auf Deutsch", "de")
    template(world, "Warm", "for a job", purpose="career")
    template(world, "Brief", "text")
    template(world, "Gone", "text")
    template(world, "Gone", None)
    check(
        said(world), COLUMNS,
        ("Brief", "introduction", "en", None, "text"),
        ("Warm", "introduction", "de", None, "auf Deutsch"),
        ("Warm", "introduction", "en", "career", "for a job"),
        ("Warm", "introduction", "en", None, "second"),
    )


def test_deleted_and_written_again(world: World) -> None:
    template(world, "Gone", "text")
    template(world, "Gone", None)
    template(world, "Gone", "again")
    check(said(world), COLUMNS, ("Gone", "introduction", "en", None, "again"))

"""A list that a contact shared: whose it is, the people on it by name, the ask to be introduced to one of them."""

from pathlib import Path

import pytest
from apptest import asked
from workspaces import CONNECTIONS, connections, take

from dashboard import warehouse

pytestmark = pytest.mark.browser
OWN = [f"Own{at},Fox,https://www.linkedin.com/in/own{at},,SAP,Engineer,05 Mar 2024" for at in range(12)]
THEIRS = [f"Her{at},Hill,https://www.linkedin.com/in/her{at},,Charité,Doctor,05 Mar 2024" for at in range(6)]


def test_from_a_shared_list_to_an_ask_by_name(dashboard, visitor, tmp_path: Path) -> None:
    page, space = visitor.page, warehouse.Workspace(tmp_path / "mine")
    take(space, connections(tmp_path, *OWN))
    warehouse.decide(space, "assumption", [{"name": "home_industry", "setting": "SFT"}])
    page.goto(f"{dashboard(space.folder)}/imports")
    page.get_by_role("heading", name="Drop your files as they came").wait_for()
    visitor.settled()

    theirs = {"name": "Connections.csv", "mimeType": "text/csv", "buffer": "\n".join((CONNECTIONS, *THEIRS)).encode()}
    page.locator("input[type=file]").set_input_files(theirs)
    page.get_by_text("Next to nobody of your own list").wait_for()
    assert page.locator(".st-key-import").count() == 0, "nothing may be imported before it is said whose list it is"
    page.get_by_text("Shared by a contact: people they know").click()
    page.get_by_placeholder("Name of a contact").press_sequentially("own3")
    page.locator(".st-key-shared_by_0_0_0 button").click()
    page.get_by_text("Somebody else").wait_for()
    visitor.click("import")
    page.get_by_role("heading", name="6 rows are in, every one accounted for").wait_for()
    assert asked(space, "workspace_state")["contacts"][0] == 12

    page.get_by_role("link", name="Suggestions").click()
    page.get_by_role("heading", name="6 people you could meet in industries you lack").wait_for()
    visitor.settled()
    table = page.locator(".st-key-targets [data-testid=stDataFrame]")
    table.scroll_into_view_if_needed()
    place = table.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + 15, place["y"] + 55)
    page.get_by_role("heading", name="Draft for Own3 Fox").wait_for()
    visitor.settled()
    visitor.click("i_sent_it")
    page.get_by_role("dialog").wait_for(state="detached")
    visitor.settled()
    request = asked(space, "intro_requests").iloc[0]
    assert request["introducer"] == "Own3 Fox"
    assert request["target_name"].startswith("Her")
    assert visitor.strangers == []

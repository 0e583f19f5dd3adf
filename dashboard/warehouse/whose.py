"""Whose list of people a file is: the user's own, or one that a contact shared."""

from collections.abc import Sequence
from typing import Any

import duckdb

from dashboard.errors import FileRefused, UserError
from dashboard.importers import shared_list
from dashboard.questions import Frame, ask
from dashboard.warehouse.decide import Value, rebuild_after, write_decisions
from dashboard.warehouse.report import FileReport
from dashboard.warehouse.source import Opened
from dashboard.warehouse.source_file import SourceFile


def check_said(reports: Sequence[FileReport]) -> None:
    """FileRefused for a list of which only the user can say whose it is, and has not."""
    for report in reports:
        if report.asks_whose:
            raise FileRefused(
                f"{report.file} has next to nobody of the list it would replace. Whose is it?",
                'If a contact shared it: --shared-by "their name". If it is yours: --mine. Nothing was written.',
            )


def only_people(source: SourceFile, opened: Opened) -> Opened:
    """Of a file that a contact shared the lists of people alone: mails, meetings and career are theirs, not the user's."""
    people = [piece for piece in opened.pieces if piece.is_shareable]
    if not people:
        raise FileRefused(
            f"{source.name} is no list of people.", "Only a list of people can be one that a contact shared."
        )
    rest = [piece.name for piece in opened.pieces if not piece.is_shareable]
    return Opened(people, [*opened.not_used, *rest], opened.layouts)


def series_of(con: duckdb.DuckDBPyConnection, identity_key: str, kind: str) -> str:
    """The series of that contact's lists of a kind, whichever of their keys it was begun under; a new one is written down."""
    held = con.execute(
        "select min(series) from model.shared_list where ends_with(series, ':' || $kind) and (identity_key = $key "
        "or contact_id in (select contact_id from model.identity where identity_key = $key))",
        {"key": identity_key, "kind": kind},
    ).fetchall()[0][0]
    if held:
        return str(held)
    known_as = {"key": identity_key, "kind": kind}
    series = str(con.execute("select concat_ws(':', 'shared', keys.short($key), $kind)", known_as).fetchall()[0][0])
    decisions: list[dict[str, Value]] = [{"series": series, "identity_key": identity_key}]
    write_decisions(con, "shared_list", decisions)
    rebuild_after(con, "shared_list", decisions, only=frozenset({"model.shared_list"}))
    return series


def check_known(
    con: duckdb.DuckDBPyConnection, source: SourceFile, import_id: int, reports: Sequence[FileReport]
) -> None:
    """FileRefused where the very file is in already, but as somebody else's."""
    is_shared = any(report.kind == shared_list.KIND for report in reports)
    if not source.owner or (source.is_mine and not is_shared):
        return
    if is_shared and not source.is_mine and _is_of(con, source.owner, import_id):
        return
    whose = "a list that a contact shared" if is_shared else "yours"
    raise FileRefused(f"{source.name} is in already, as {whose}.", "Undo that import first, under Earlier imports.")


def _is_of(con: duckdb.DuckDBPyConnection, identity_key: str, import_id: int) -> bool:
    """Whether that import holds a list of that contact."""
    series = con.execute("select series from records.part where import_id = $id", {"id": import_id}).fetchall()
    return any(name == series_of(con, identity_key, name.rsplit(":", 1)[-1]) for (name,) in series)


def find_sharer(con: duckdb.DuckDBPyConnection, typed: str) -> str:
    """The key of the one contact meant by a name, an e-mail address or a profile. UserError: nobody, or several."""
    meant = [row for row in people_meant(con, typed) if row["is_contact"]]
    if not meant:
        raise UserError(f'No contact is called "{typed}".', "Write the name as it stands under Contacts, or an address.")
    if len(meant) > 1:
        listed = "; ".join(f"{row['full_name']}, {row['company'] or 'no company'}" for row in meant[:5])
        raise UserError(f'Several contacts could be "{typed}": {listed}.', "Give their e-mail address or profile.")
    return str(meant[0]["identity_key"])


def people_meant(con: duckdb.DuckDBPyConnection, typed: str) -> list[dict[str, Any]]:
    """Whom a name, an e-mail address or a profile may mean, as rows of ``people_found``: one if it is exact.

    An address or profile is exact, then a whole name; contacts go before people who were only seen.
    """
    by_key = con.execute(
        "select distinct person.contact_id, person.identity_key, coalesce(person.full_name, person.email) as full_name, "
        "person.company, contact.contact_id is not null as is_contact "
        "from model.identity inner join model.person using (contact_id) left join model.contact using (contact_id) "
        "where identity.identity_key in ('url:' || keys.url($typed), 'mail:' || keys.email($typed))",
        {"typed": typed},
    ).df()
    if len(by_key) == 1:
        return _rows(by_key)
    found = _rows(ask(con, "people_found", {"search": typed, "at_most": 20}))
    exact = [row for row in found if str(row["full_name"]).casefold() == " ".join(typed.split()).casefold()]
    meant = exact or found
    return [row for row in meant if row["is_contact"]] or meant


def _rows(frame: Frame) -> list[dict[str, Any]]:
    answer = frame.astype(object)
    return [{str(name): cell for name, cell in row.items()} for row in answer.where(answer.notna(), None).to_dict("records")]

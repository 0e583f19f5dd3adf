"""What a page puts before the eye, read from AppTest's tree: words, tables, charts, buttons."""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pandas as pd
import pyarrow as pa
from streamlit.testing.v1 import AppTest

from dashboard.industries import CODES

# Fields of an element that carry no words: handles, names of icons, data in a form of its own, SQL and commands.
SILENT = {
    "id", "form_id", "icon", "code_text", "spec", "arrow_data", "datasets", "data", "columns", "column_order", "page",
    "page_script_hash", "script_hash", "url", "url_path", "type", "help_id", "tag", "anchor", "color", "query_string",
    "button_click_widgets", "js", "css", "html", "component_name", "mixed_data", "json", "element_id", "mime", "name",
    "language", "file_urls", "query_param_key", "format", "locale", "timezone", "time_zone",
}  # fmt: skip
UNSAID = re.compile(
    r"(?<![\w@.])(?:nan|NaN|None(?! of)|NaT|NULL|<NA>|undefined|inf)(?![\w@])"  # what a program says for "not known"
    r"|(?<!\w)(?:" + "|".join(CODES) + r")(?!\w)"  # the code of an industry
    r"|(?<!\w)(?:url:in/|mail:\S+@|name:[a-z])"  # the key of an identity
    r"|(?<!\w)[0-9a-f]{12}(?!\w)"  # the id of a contact
)
RAW_NAME = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+$|[a-z]+$")  # "last_interaction_on", "share": a column's name
PLACES = ("x", "y", "xOffset", "yOffset", "row", "column", "facet", "text", "tooltip")


def nodes(app: AppTest) -> Iterator[Any]:
    """Every element and block, from top to bottom."""
    return _below(app._tree)


def _below(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _below(child)


def words(app: AppTest) -> Iterator[str]:
    """Every text that is said: labels, bodies, help, options, values; cells and words in charts too."""
    for node in nodes(app):
        if (proto := getattr(node, "proto", None)) is None:
            continue
        yield from _said(proto)
        if node.type == "dataframe":
            yield from _cells(shown(proto, node.value))
        elif node.type == "vega_lite_chart":
            yield from _drawn(proto)


def _said(proto: Any) -> Iterator[str]:
    for field, value in proto.ListFields():
        if field.name in SILENT:
            continue
        for one in value if field.is_repeated else [value]:
            if isinstance(one, str):
                yield one.replace("\\", "").replace("\u2060", "")
            elif hasattr(one, "ListFields"):
                yield from _said(one)


def columns(proto: Any, table: pd.DataFrame) -> dict[str, str]:
    """The columns of a table that are shown, each with its label."""
    config = json.loads(proto.columns or "{}")
    order = list(proto.column_order) or [str(name) for name in table.columns]
    visible = [name for name in order if name in table and not (config.get(name) or {}).get("hidden")]
    return {name: str((config.get(name) or {}).get("label") or name) for name in visible}


def shown(proto: Any, table: pd.DataFrame) -> pd.DataFrame:
    """The part of a table that is shown."""
    return table[list(columns(proto, table))]


def _cells(table: pd.DataFrame) -> Iterator[str]:
    for name in table.columns:
        if not pd.api.types.is_numeric_dtype(table[name]):
            yield from (str(cell) for cell in table[name].dropna().unique())


def charts(app: AppTest) -> list[Any]:
    """The charts' protos."""
    return [element.proto for element in app.get("vega_lite_chart")]


def encodings(spec: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """(channel, definition) of all places in a chart where words or numbers stand."""
    for part in _parts(spec):
        for channel, given in part.get("encoding", {}).items():
            if channel in PLACES:
                yield from ((channel, one) for one in (given if isinstance(given, list) else [given]))


def _parts(spec: Any) -> Iterator[dict[str, Any]]:
    if isinstance(spec, dict):
        yield spec
        for part in spec.values():
            yield from _parts(part)
    elif isinstance(spec, list):
        for part in spec:
            yield from _parts(part)


def _titles(spec: Any) -> Iterator[str]:
    for part in _parts(spec):
        yield from (part[key] for key in ("title", "text") if isinstance(part.get(key), str))


def _drawn(proto: Any) -> Iterator[str]:
    """Titles, and the words of every field that stands on an axis, in a text or in a tooltip."""
    spec = json.loads(proto.spec)
    yield from _titles(spec)
    fields = {given["field"] for _, given in encodings(spec) if "field" in given}
    for held in proto.datasets:
        table = pa.ipc.open_stream(BytesIO(held.data.data)).read_pandas()
        yield from _cells(table[[name for name in table.columns if name in fields]])


def nameless(proto: Any) -> list[str]:
    """The fields of a chart whose name would stand on an axis or in a tooltip, since nobody gave them a title."""
    found = [(channel, given) for channel, given in encodings(json.loads(proto.spec)) if "field" in given]
    # Layers share an axis: a title, or its absence, stated by one of them holds for all.
    titled = {channel for channel, given in found if channel != "tooltip" and _is_titled(given)}
    return [
        f"{channel}: {given['field']}"
        for channel, given in found
        if channel != "text" and channel not in titled and not _is_titled(given)
    ]


def _is_titled(given: dict[str, Any]) -> bool:
    axis = given.get("axis", given.get("header", {}))
    return "title" in given or axis is None or "title" in axis


def empty_cells_named(app: AppTest) -> list[str]:
    """Tables that would print "None" into a cell without a value."""
    return [
        node.proto.alt
        for node in app.get("dataframe")
        if not node.proto.HasField("placeholder") and shown(node.proto, node.value).isna().any(axis=None)
    ]


def primary(app: AppTest) -> list[str]:
    """The labels of all primary buttons."""
    protos = [node.proto for node in nodes(app) if getattr(node, "proto", None) is not None]
    return [proto.label for proto in protos if getattr(proto, "type", "") == "primary" and hasattr(proto, "label")]


def steps(app: AppTest) -> list[str]:
    """What one can press on the page itself: buttons, links, uploaders."""
    kinds = ("button", "page_link", "link_button", "download_button", "file_uploader", "menu_button")
    return [node.type for node in _below(app.main) if getattr(node, "type", "") in kinds]

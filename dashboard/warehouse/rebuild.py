"""Deriving the model: one SELECT per table in numbered order, only what lies downstream of a change."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import duckdb
import pyarrow as pa

from dashboard import industries
from dashboard.settings import queries_folder

EVERYTHING = frozenset({"records", "decisions", "reference"})
_MACRO = re.compile(r"^-- Macro: (.+)$", re.MULTILINE)
_MODEL = re.compile(r"model\.[a-z_]+")
_WORD = re.compile(r"\w+")
_READS = re.compile(r"^-- Reads: (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class ModelTable:
    """A derived table: its name, its SELECT, the tables that SELECT reads, and its signature if it takes parameters."""

    name: str
    select: str
    reads: frozenset[str]
    signature: str | None


@cache
def model_tables() -> tuple[ModelTable, ...]:
    """All derived tables in the order they are built."""
    tables = []
    for path in sorted((queries_folder() / "model").glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        declared = _READS.search(text)
        reads = frozenset(part.strip() for part in declared.group(1).split(",")) if declared else frozenset()
        macro = _MACRO.search(text)
        tables.append(ModelTable("model." + path.stem.split("_", 1)[1], text, reads, macro.group(1) if macro else None))
    return tuple(tables)


@cache
def model_checksum() -> str:
    """Changes with every change of a model file or of what the package knows."""
    known = [industries.VERSION, repr(industries.rows()), repr(industries.FUNCTIONS)]
    texts = [*known, *(table.name + table.select for table in model_tables())]
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def rebuild(
    con: duckdb.DuckDBPyConnection,
    changed: frozenset[str] = EVERYTHING,
    after: Mapping[str, Callable[[], None]] | None = None,
    only: frozenset[str] | None = None,
    assumed: frozenset[str] | None = None,
) -> list[str]:
    """Build again what lies downstream of ``changed`` (table names, or whole schemas); return the tables built.

    ``after`` maps a table to what shall happen once it is built: a decision taken there is in time for the rest.
    ``only`` leaves other tables as they were: for a rehearsal, which is rolled back. ``assumed`` names the assumptions
    that changed, if that is all that did: who reads the settings, but none of these, is not touched.
    """
    stale = set(changed)
    built = []
    if "reference" in stale:
        _load_reference(con)
        stale |= {"model.mail_provider", "model.industry", "model.classifier"}
    if "decisions.added_contact" in stale:
        _load_mail_providers(con)  # whoever reads them reads people added by hand too
    for table in model_tables():
        if not _is_stale(table, stale, assumed):
            continue
        if only is not None and table.name not in only:
            continue
        if "cache.industry_guess" in table.reads:
            _classify_missing(con, next(read for read in sorted(table.reads) if read.endswith("_evidence")))
        if table.signature:
            con.execute(f"create or replace macro model.{table.signature} as table {table.select}")
        else:
            con.execute(f"create or replace table {table.name} as {table.select}")
        stale.add(table.name)
        built.append(table.name)
        if after and table.name in after:
            after[table.name]()
    if "reference" in changed:
        con.execute("delete from cache.model_version")
        con.execute("insert into cache.model_version values ($checksum)", {"checksum": model_checksum()})
    return built


def _is_stale(table: ModelTable, stale: set[str], assumed: frozenset[str] | None) -> bool:
    changed = {read for read in table.reads if read in stale or read.split(".")[0] in stale}
    if assumed is not None and changed == {"model.setting"}:
        return bool(assumed & set(_WORD.findall(table.select)))
    return bool(changed)


def upstream(sql: str) -> frozenset[str]:
    """The derived tables behind a statement: those it reads, those they read, and so on."""
    wanted = set(_MODEL.findall(sql))
    for table in reversed(model_tables()):
        if table.name in wanted:
            wanted |= table.reads
    return frozenset(wanted)


def _load_reference(con: duckdb.DuckDBPyConnection) -> None:
    """What the package knows: the taxonomy, which domains on file are mail providers, the classifier's version."""
    con.execute(
        "create or replace table model.industry (industry varchar, label varchar, short_label varchar, family varchar, "
        "place integer, reference_all double, reference_professional double)"
    )
    con.executemany("insert into model.industry values (?, ?, ?, ?, ?, ?, ?)", [list(row) for row in industries.rows()])
    con.execute("create or replace table model.function (function varchar, label varchar, place integer)")
    con.executemany(
        "insert into model.function values (?, ?, ?)",
        [[each.code, each.label, place] for place, each in enumerate(industries.FUNCTIONS, start=1)],
    )
    _load_mail_providers(con)
    con.execute(
        "create or replace table model.classifier as select $version as version", {"version": industries.VERSION}
    )


def _load_mail_providers(con: duckdb.DuckDBPyConnection) -> None:
    """Which domains of the addresses on file are mail providers'."""
    domains = con.execute(
        "select distinct keys.domain(email) from (select email from records.person union all "
        "select email from records.mention union all select email from decisions.added_contact union all "
        "select email from records.acquaintance) where email is not null"
    ).fetchall()
    providers = pa.table(
        {"domain": pa.array([row[0] for row in domains if industries.is_mail_provider(row[0])], pa.string())}
    )
    con.register("provider", providers)
    con.execute("create or replace table model.mail_provider as select domain from provider")
    con.unregister("provider")


def _classify_missing(con: duckdb.DuckDBPyConnection, evidence: str) -> None:
    """Ask the classifier about evidence it has not answered yet; the only model step that is Python."""
    missing = con.execute(
        f"select company, position, domain, industry_text from {evidence} as evidence "
        "where not exists (select 1 from cache.industry_guess as guess where guess.classifier = $version "
        "and guess.company is not distinct from evidence.company "
        "and guess.position is not distinct from evidence.position "
        "and guess.domain is not distinct from evidence.domain "
        "and guess.industry_text is not distinct from evidence.industry_text)",
        {"version": industries.VERSION},
    ).fetchall()
    if not missing:
        return
    guesses = industries.classify_many([industries.Evidence(*row) for row in missing])
    columns = dict(zip(("company", "position", "domain", "industry_text"), zip(*missing, strict=True), strict=True))
    answers = pa.table(
        {
            "classifier": pa.array([industries.VERSION] * len(missing), pa.string()),
            **{name: pa.array(values, pa.string()) for name, values in columns.items()},
            "industry": pa.array([guess.industry for guess in guesses], pa.string()),
            "confidence": pa.array([guess.confidence for guess in guesses], pa.float64()),
            "layer": pa.array([guess.layer for guess in guesses], pa.string()),
            "evidence": pa.array([guess.evidence for guess in guesses], pa.string()),
            "function": pa.array([guess.function for guess in guesses], pa.string()),
            "guesses": pa.array(
                [[{"industry": code, "weight": weight} for code, weight in guess.guesses] for guess in guesses],
                pa.list_(pa.struct({"industry": pa.string(), "weight": pa.float64()})),
            ),
        }
    )
    con.register("answer", answers)
    con.execute("insert into cache.industry_guess by name select * from answer")
    con.unregister("answer")

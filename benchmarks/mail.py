"""How long a big mailbox takes to import, and how much memory.

    python -m benchmarks.mail [megabytes]

A made-up mailbox of 2,000 MB (or as many as said): mails of 10 to 200 kB as Gmail packs them, to and from 4,000 people, a
third of them newsletters. It is written to a temporary folder and imported into an empty workspace. Bar: 600 MB of memory,
the whole process counted.
"""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from dashboard.warehouse import SourceFile, Workspace, import_files

MEGABYTES = 2000
BAR_MEGABYTES = 600
FIRST = datetime(2012, 1, 2, 8)
ME = "Mia Own <mia@own.org>"
LINES = "From here on it goes as we said.\n" + "And what is attached is quoted in lines of this length.\n" * 9


def mails(megabytes: int, seed: int = 7) -> Iterator[str]:
    """Mails as text until they are so many megabytes."""
    chance = random.Random(seed)  # noqa: S311
    written, number = 0, 0
    while written < megabytes * 1_000_000:
        text = _mail(number, chance)
        written += len(text)
        number += 1
        yield text


def _mail(number: int, chance: random.Random) -> str:
    sent_at = FIRST + timedelta(minutes=37 * number)
    person = chance.randrange(4000)
    other = f'"Person Number{person}" <person{person}@company{person % 700}.com>'
    is_mine = chance.random() < 0.3
    bulk = "" if is_mine or chance.random() < 0.5 else "List-Unsubscribe: <https://example.org/u>\n"
    sender, recipient = (ME, other) if is_mine else (other, ME)
    received = "".join(f"Received: by 10.0.0.{n} with SMTP id x{number};\n        {sent_at:%c}\n" for n in range(6))
    return (
        f"From {number}@xxx {sent_at:%a %b %d %H:%M:%S} +0000 {sent_at:%Y}\nX-Gmail-Labels: Inbox\nDelivered-To: mia@own.org\n"
        f"{received}{bulk}From: {sender}\nTo: {recipient}\nDate: {sent_at:%a, %d %b %Y %H:%M:%S} +0000\n"
        f"Message-ID: <{number}@example.org>\nSubject: About {number}\n\n{LINES * chance.randrange(20, 360)}\n"
    )


def main() -> int:
    """Print the size, the time and the peak memory; 1 if the bar is missed."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "All mail.mbox"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(mails(megabytes))
        start = time.perf_counter()
        report = import_files(Workspace(Path(folder) / "workspace"), [SourceFile(path, path.name)])
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    read = report.files[0].rows_read
    print(f"{megabytes:,} MB, {read:,} mails: {seconds:.1f} s, peak memory {peak:.0f} MB (bar {BAR_MEGABYTES})")
    return 0 if peak <= BAR_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())

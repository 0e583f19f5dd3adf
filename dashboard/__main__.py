"""``python -m dashboard`` is ``horizons``."""

from dashboard.cli import main

main()

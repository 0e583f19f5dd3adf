"""What makes the package's data files; not part of the wheel."""

"""Every error a person can meet, in one tree.

    UserError                    something the user can mend; shown as message + hint
    ├── FileRefused              a file that cannot be imported; nothing was written
    ├── UnknownQuestion          no question of that name, or parameters that do not fit
    ├── WorkspaceBusy            another process holds the workspace
    └── WorkspaceDamaged         the workspace file cannot be opened or migrated

Anything that is not a UserError is a bug: the page apologises with a reference, the log has the traceback.
"""


class UserError(Exception):
    """Something the user can mend: a message (what is wrong, where) and a hint (what to do)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class FileRefused(UserError):
    """A file that cannot be imported. Nothing of it was written."""


class UnknownQuestion(UserError):
    """No question has that name, or the parameters do not fit it."""


class WorkspaceBusy(UserError):
    """Another process holds the workspace open for longer than we wait."""


class WorkspaceDamaged(UserError):
    """The workspace file cannot be opened, is from a newer version, or a migration failed."""

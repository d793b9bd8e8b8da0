"""The one error tree. Every message says what is wrong and what to do about it."""

from __future__ import annotations


class DepescheError(Exception):
    """Base of everything Depesche raises on purpose."""


class UsageError(DepescheError):
    """The call was wrong: a path that does not exist, an option that cannot be read, a file that is no store."""


class DocumentError(DepescheError):
    """One document cannot be read. It is set aside with :attr:`reason`, and the run goes on.

    :param reason: short code that groups failures (``encrypted``, ``truncated``, ``no_text`` …).
    :param message: the sentence a person reads.
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str]]:
        return DocumentError, (self.reason, str(self))


class ResourceError(DepescheError):
    """A data file of the package or of the user is not as it must be; the message names file and place."""


class ModelError(DepescheError):
    """A model, its configuration or its training data is missing or not as it must be; the message names the file."""


class MissingExtraError(DepescheError):
    """An optional dependency is not installed.

    :param module: the module that is missing.
    :param extra: the extra of the distribution that brings it.
    """

    def __init__(self, module: str, extra: str) -> None:
        super().__init__(f"{module} is not installed: pip install 'depesche[{extra}]'")
        self.module = module
        self.extra = extra

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        return MissingExtraError, (self.module, self.extra) # a worker's error has to reach its coordinator


class ClusterError(DepescheError):
    """The cluster cannot be used as it is: no worker starts, or a node differs from this machine."""


class StoreError(DepescheError):
    """The store cannot be opened, is being written by another run, or has a newer schema than this version reads."""

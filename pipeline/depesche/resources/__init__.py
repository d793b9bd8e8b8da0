"""The data files that hold what differs by language, event type or entity, each read once a process."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from depesche.errors import ResourceError

LANGUAGES = ("de", "en")


def path(name: str) -> Traversable:
    """A file or folder of the package's resources."""
    return files(__name__).joinpath(name)


@cache
def load(name: str) -> Any:
    """The content of ``NAME.yaml`` (or of a file named with its suffix, ``gold/ontology.json``).

    Treat the result as read-only: it is shared.

    :raises ResourceError: when the file is missing or cannot be parsed; the message gives line and column.
    """
    import yaml

    file = path(name if "." in name else f"{name}.yaml")
    try:
        text = file.read_text(encoding="utf-8")
        if file.name.endswith(".json"):
            return json.loads(text)
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise ResourceError(f"{file}: {error}") from error


def language(lang: str, section: str) -> Any:
    """One section (``dates``, ``entities`` …) of the language file of ``lang``."""
    return load(f"{lang}_{section}")

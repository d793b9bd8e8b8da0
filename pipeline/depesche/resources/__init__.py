"""The data files that hold what differs by language, event type or entity, each read once a process."""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256
from importlib.resources import files as packaged
from importlib.resources.abc import Traversable
from typing import Any

from depesche.errors import ResourceError

LANGUAGES = ("de", "en")
RULES = ("events", "knowledge", "names", "units")


def path(name: str) -> Traversable:
    """A file or folder of the package's resources."""
    return packaged(__name__).joinpath(name)


@cache
def rules() -> str:
    """A digest of the data that decide what is found: a run with other rules reads its texts anew."""
    files = (*(f"{lang}.yaml" for lang in LANGUAGES), *(f"{name}.yaml" for name in RULES), "places.txt")
    return sha256(b"".join(path(name).read_bytes() for name in files)).hexdigest()[:12]


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
        return yaml.load(text, Loader=_loader())  # noqa: S506 the loader is a safe one
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise ResourceError(f"{file}: {error}") from error


def line_of(name: str, *keys: str | int) -> int:
    """The line, from 1, on which the value of a path of keys and positions begins in ``NAME.yaml``; for messages."""
    import yaml

    node: Any = yaml.compose(path(f"{name}.yaml").read_text(encoding="utf-8"), Loader=_loader())
    for key in keys:
        if isinstance(key, int):
            node = node.value[key]
        else:
            node = next(value for name_node, value in node.value if name_node.value == key)
    return int(node.start_mark.line) + 1


@cache
def _loader() -> Any:
    """A safe YAML loader that knows numbers, null, true and false and leaves every other plain word a string.

    YAML 1.1 reads ``on``, ``no`` and ``NO`` as truth values and ``2019-05-01`` as a date: prepositions, a country
    code and examples would be lost.
    """
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader: Any = type("Loader", (base,), {"yaml_implicit_resolvers": {}})
    plain = {
        "tag:yaml.org,2002:null": (r"^(?:~|null|)$", ["~", "n", ""]),
        "tag:yaml.org,2002:bool": (r"^(?:true|false)$", ["t", "f"]),
        "tag:yaml.org,2002:int": (r"^[-+]?[0-9]+$", list("-+0123456789")),
        "tag:yaml.org,2002:float": (r"^[-+]?[0-9]+\.[0-9]+$", list("-+0123456789")),
    }
    for tag, (pattern, first) in plain.items():
        loader.add_implicit_resolver(tag, re.compile(pattern), first)
    return loader


def language(lang: str, section: str) -> Any:
    """One section (``dates``, ``entities`` …) of the language file of ``lang``."""
    return load(lang)[section]

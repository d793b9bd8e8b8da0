"""The data files that hold what differs by language, event type or entity, each read once a process."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files as packaged
from importlib.resources.abc import Traversable
from typing import Any

from depesche.errors import ResourceError

LANGUAGES = ("de", "en")
RULES = ("events", "knowledge", "names", "units")
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")


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
        return _read(text)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise ResourceError(f"{file}: {error}") from error


def line_of(name: str, *keys: str | int) -> int:
    """The line, from 1, on which the value of a path of keys and positions begins in ``NAME.yaml``; for messages."""
    import yaml

    node: Any = yaml.compose(path(f"{name}.yaml").read_text(encoding="utf-8"), Loader=_parser())
    for key in keys:
        if isinstance(key, int):
            node = node.value[key]
        else:
            node = next(value for name_node, value in node.value if name_node.value == key)
    return int(node.start_mark.line) + 1


def _read(text: str) -> Any:
    """The one document of a YAML text, with numbers, null, true and false; every other plain word is a string.

    YAML 1.1 reads ``on``, ``no`` and ``NO`` as truth values and ``2019-05-01`` as a date: prepositions, a country
    code and examples would be lost. Built from the parser's events, it takes a third of the time of a loader.
    """
    import yaml

    anchors: dict[str, Any] = {}
    events: Iterator[Any] = yaml.parse(text, Loader=_parser())

    def node(event: Any) -> Any:
        value: Any
        if isinstance(event, yaml.ScalarEvent):
            value = _plain(event.value) if event.implicit[0] and event.tag is None else event.value
        elif isinstance(event, yaml.SequenceStartEvent):
            value = []
            while not isinstance(item := next(events), yaml.SequenceEndEvent):
                value.append(node(item))
        elif isinstance(event, yaml.MappingStartEvent):
            value = {}
            while not isinstance(key := next(events), yaml.MappingEndEvent):
                name = node(key)
                if name in value:
                    raise yaml.MarkedYAMLError(problem=f"{name!r} stands twice", problem_mark=key.start_mark)
                value[name] = node(next(events))
        elif event.anchor in anchors:
            return anchors[event.anchor]
        else:
            raise yaml.MarkedYAMLError(problem=f"*{event.anchor} is not known here", problem_mark=event.start_mark)
        if event.anchor:
            anchors[event.anchor] = value
        return value

    for event in events:
        if isinstance(event, yaml.NodeEvent):
            return node(event)
    return None


def _plain(word: str) -> str | float | bool | None:
    if word in _CONSTANTS:
        return _CONSTANTS[word]
    if _NUMBER.fullmatch(word):
        return float(word) if "." in word else int(word)
    return word


@cache
def _parser() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def language(lang: str, section: str) -> Any:
    """One section (``dates``, ``entities`` …) of the language file of ``lang``."""
    return load(lang)[section]

"""Where models lie: in the package when it was installed, in the checkout's ``models/`` folder when it was not."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from depesche.errors import ModelError

DEFAULT = "kurier"
"""The model that reads where no other is named."""

_HOMES = (Path(__file__).parent / "resources" / "models", Path(__file__).parents[2] / "models")


def folder(name: str = "") -> Path:
    """The folder of a model: a shipped one by its name, any other by its path.

    :raises ModelError: there is none.
    """
    wanted = name or DEFAULT
    places = [home / wanted for home in _HOMES] if "/" not in wanted else []
    found = next((place for place in [*places, Path(wanted)] if (place / "model.onnx").is_file()), None)
    if found is None:
        known = ", ".join(sorted(path.name for path in shipped())) or "none"
        raise ModelError(f"no model {wanted!r}: name one of those here ({known}) or the folder of one with model.onnx")
    return found.resolve()


def shipped() -> list[Path]:
    return [path.parent for home in _HOMES for path in sorted(home.glob("*/model.onnx"))]


@cache
def describe(name: str = "") -> dict[str, Any]:
    """A model's ``config.json``. Treat it as read-only: it is shared.

    :raises ModelError: there is no such model.
    """
    found: dict[str, Any] = json.loads((folder(name) / "config.json").read_text(encoding="utf-8"))
    return found

"""Where models lie: in the package when it was installed, in the checkout's ``models/`` folder when it was not.

Which of them reads where none is named is :data:`DEFAULT`, unless the user has chosen another with :func:`use`.
"""

from __future__ import annotations

import json
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

from depesche.errors import MissingExtraError, ModelError

DEFAULT = "kurier"
"""The model that reads where no other is named."""

PIECES, WORDS, CONFIG = "pieces.onnx", "words.onnx", "config.json"
TOKENIZER, LEXICON, TRIGGERS = "tokenizer.json", "lexicon.marisa", "triggers.onnx"
"""Files of a model: its two graphs, by the second of which its folder is known, what is said of it, how words become
pieces, which words it knows, and, where it has learned that, which words say events."""

HUB = "hf:"
"""Before the name or folder of a Hugging Face checkpoint, which reads names while the default model reads the rest."""

_HOMES = (Path(__file__).parent / "resources" / "models", Path(__file__).parents[2] / "models")


def folder(name: str = "") -> Path:
    """The folder of a model: a shipped one by its name, any other by its path; that in use for a checkpoint.

    :raises ModelError: there is none.
    """
    if name.startswith(HUB) or not name:
        name = chosen() or DEFAULT
        if name != DEFAULT and not (Path(name) / WORDS).is_file():
            raise ModelError(
                f"the model in use, {name}, is not there any more, or of an older version ({settings_file()} "
                f"names it); go back with `depesche models use {DEFAULT}`"
            )
    wanted = name
    places = [home / wanted for home in _HOMES] if "/" not in wanted else []
    found = next((place for place in [*places, Path(wanted)] if (place / WORDS).is_file()), None)
    if found is None:
        known = ", ".join(sorted(path.name for path in shipped())) or "none"
        raise ModelError(f"no model {wanted!r}: name one of those here ({known}) or the folder of one with {WORDS}")
    return found.resolve()


def settings_file() -> Path:
    """Where the user's choice is written: in ``$DEPESCHE_CONFIG``, or the system's folder for such files."""
    if ours := os.environ.get("DEPESCHE_CONFIG"):
        return Path(ours) / "config.json"
    if sys.platform == "win32":
        home = Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming"))
    elif sys.platform == "darwin":
        home = Path.home() / "Library" / "Application Support"
    else:
        home = Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config"))
    return home / "depesche" / "config.json"


def chosen() -> str | None:
    """The folder of the model that the user has chosen, None where nobody has.

    :raises ModelError: the settings cannot be read.
    """
    file = settings_file()
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return str(found["model"]) if found.get("model") else None
    except FileNotFoundError:
        return None
    except (OSError, ValueError, AttributeError) as error:
        raise ModelError(f"{file}: the settings cannot be read ({error}); delete the file to begin anew") from error


def use(name: str) -> Path:
    """Let a model read wherever no other is named; :data:`DEFAULT` takes back every other choice.

    :returns: its folder. :raises ModelError: there is no such model, or the settings cannot be written.
    """
    found, file = folder(name), settings_file()
    try:
        if name == DEFAULT:
            file.unlink(missing_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            draft = file.with_suffix(".part")
            draft.write_text(json.dumps({"model": str(found)}) + "\n", encoding="utf-8")
            draft.replace(file)
    except OSError as error:
        raise ModelError(f"{file}: the settings cannot be written ({error.strerror})") from error
    describe.cache_clear()
    return found


def shipped() -> list[Path]:
    return [path.parent for home in _HOMES for path in sorted(home.glob(f"*/{WORDS}"))]


@cache
def describe(name: str = "") -> dict[str, Any]:
    """A model's ``config.json``. Treat it as read-only: it is shared.

    :raises ModelError: there is no such model. :raises MissingExtraError: what reads checkpoints is not installed.
    """
    found: dict[str, Any] = json.loads((folder(name) / CONFIG).read_text(encoding="utf-8"))
    if name.startswith(HUB):
        config = checkpoint(name.removeprefix(HUB))
        found |= {"name": f"{found['name']}+{name}", "version": f"{found['version']}+{_edition(name, config)}"}
        found["tags"] = list(config.id2label.values())
    return found


def checkpoint(name: str) -> Any:
    """The configuration of a Hugging Face checkpoint, by its name on the hub or its folder.

    :raises ModelError: there is none. :raises MissingExtraError: transformers is not installed.
    """
    try:
        from transformers import AutoConfig
    except ImportError as error:
        raise MissingExtraError("transformers", "train") from error
    try:
        return AutoConfig.from_pretrained(name)
    except Exception as error:  # the library raises whatever its loaders raise
        raise ModelError(f"{HUB}{name}: no checkpoint can be loaded: {str(error).strip()}") from error


def _edition(name: str, config: Any) -> str:
    """What changes when the checkpoint does: the hub's commit, or when a folder's weights were written."""
    commit = getattr(config, "_commit_hash", None)
    weights = Path(name.removeprefix(HUB)) / "model.safetensors"
    return str(commit or (weights.stat().st_mtime_ns if weights.is_file() else "unknown"))

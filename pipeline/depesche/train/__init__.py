"""Training the encoder and what finds triggers: beside the line, importing it. Needs the extra ``train``."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from depesche import models
from depesche.errors import MissingExtraError, ModelError
from depesche.train.gate import Change, changes


def train(
    config: Path, data: Path, work: Path, output: Path, *, reviewed: Sequence[Path] = ()
) -> dict[str, Any]:
    """Train as a recipe says and package the result as a model folder.

    :param data: the folder of the corpora, laid out as ``resources/corpora.yaml`` names their files.
    :param work: keeps base, checkpoints and weights; a killed training goes on from there.
    :param reviewed: files of gold records to learn from besides; each fifth document is left out to measure with.
    :returns: figures of the packaged model on the recipe's ``dev`` corpora.
    :raises ModelError: recipe, corpus or base model cannot be read.
    """
    _need_extra()
    from depesche.train import triggers
    from depesche.train.package import package, package_triggers
    from depesche.train.recipe import Recipe
    from depesche.train.recipe import train as fit

    if triggers.is_recipe(config):
        return package_triggers(triggers.TriggerRecipe.load(config).with_records(reviewed), data, output)
    recipe = Recipe.load(config).with_records(reviewed)
    return package(recipe, fit(recipe, data, work), data, output)


@dataclass(frozen=True, slots=True)
class Outcome:
    """:param folder: where the new model lies: where it was to be, or in the work folder where it was refused."""

    folder: Path
    version: str
    against: str
    changes: list[Change]
    shipped: bool


def retrain(
    config: Path,
    data: Path,
    work: Path,
    output: Path | None,
    *,
    reviewed: Sequence[Path] = (),
    against: str = "",
    allow_worse: bool = False,
) -> Outcome:
    """Train, measure the model in use and the new one on every dev set, and put the new one in its place if it may be.

    :param output: its folder, replaced as a whole; None for ``models/NAME-VERSION``.
    :param against: the model to measure against. :param allow_worse: ship it even where it loses more than
        :data:`~depesche.train.gate.TOLERATED` points; else it stays in the work folder and ``output`` as it is.
    :raises ModelError: as :func:`train`; or the recipe's version is that of the model it is measured against.
    """
    _need_extra()
    from depesche.train import triggers
    from depesche.train.package import measure
    from depesche.train.recipe import Recipe

    kind = triggers.TriggerRecipe if triggers.is_recipe(config) else Recipe
    recipe = kind.load(config).with_records(reviewed)
    old = models.describe(against)
    if (recipe.name, recipe.version) == (old["name"], old["version"]) and models.folder(against) != _resolved(output):
        raise ModelError(
            f"{config}: {recipe.name} {recipe.version} is the model in use; give the new one another `version`, by "
            "which runs know that it is another"
        )
    output = output or Path("models") / f"{recipe.name}-{recipe.version}"
    if output.is_file() or (output.is_dir() and any(output.iterdir()) and not (output / models.WORDS).is_file()):
        raise ModelError(f"{output}: is there already and no model; name another folder with -o")
    draft = work / f"{recipe.name}-{recipe.version}"
    shutil.rmtree(draft, ignore_errors=True)
    after = train(config, data, work, draft, reviewed=reviewed)
    log(f"measuring {old['name']} {old['version']} for comparison")
    found = changes(measure(models.folder(against), recipe, data), after)
    shipped = allow_worse or not any(change.worse for change in found)
    if shipped:
        _replace(draft, output)
    name = f"{old['name']} {old['version']}"
    return Outcome(output if shipped else draft, recipe.version, name, found, shipped)


def _resolved(output: Path | None) -> Path | None:
    return output.resolve() if output else None


def _replace(draft: Path, output: Path) -> None:
    """The whole folder at once, as far as a file system has it: beside its place first, then renamed."""
    output.parent.mkdir(parents=True, exist_ok=True)
    new, old = (output.with_name(f".{output.name}.{what}") for what in ("new", "old"))
    for path in (new, old):
        shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(draft, new)
    if output.exists():
        output.rename(old)
    new.rename(output)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(draft, ignore_errors=True)


def _need_extra() -> None:
    for module in ("torch", "transformers", "onnx", "safetensors", "wordfreq"):
        try:
            __import__(module)
        except ImportError as error:
            raise MissingExtraError(module, "train") from error


def log(message: str) -> None:
    print(message, file=sys.stderr, flush=True)  # noqa: T201 a training log is read as it grows

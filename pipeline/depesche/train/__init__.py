"""Training the encoder: beside the line, importing it. Needs the extra ``train``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from depesche.errors import MissingExtraError


def train(config: Path, data: Path, work: Path, output: Path) -> dict[str, Any]:
    """Train as a recipe says and package the result as a model folder.

    :param data: the folder of the corpora, laid out as ``resources/corpora.yaml`` names their files.
    :param work: keeps base, checkpoints and weights; a killed training goes on from there.
    :returns: figures of the packaged model on the recipe's ``dev`` corpora.
    :raises ModelError: recipe, corpus or base model cannot be read.
    """
    for module in ("torch", "transformers", "onnx", "safetensors", "wordfreq"):
        try:
            __import__(module)
        except ImportError as error:
            raise MissingExtraError(module, "train") from error
    from depesche.train.package import package
    from depesche.train.recipe import Recipe
    from depesche.train.recipe import train as fit

    recipe = Recipe.load(config)
    return package(recipe, fit(recipe, data, work), data, output)


def log(message: str) -> None:
    print(message, file=sys.stderr, flush=True)  # noqa: T201 a training log is read as it grows

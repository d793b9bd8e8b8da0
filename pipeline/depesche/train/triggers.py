"""Teaching a model which words say events, from gold records: a small network over the vectors of its encoder.

The encoder stays as it is. Each verb and noun of a text that was annotated is an example, of the type of its event or
of none; a word of an optional event is neither. Of the types that nobody looked at in a record it says nothing.
"""

from __future__ import annotations

import json
import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from depesche import annotate, components, models
from depesche.encoder import SAYING, Encoder
from depesche.errors import ModelError
from depesche.language import Language
from depesche.likely import NOTHING
from depesche.train import log
from depesche.train.export import export_triggers

KIND = "triggers"
HELD = 5  # each fifth record is left out to measure with
RARE = 12  # examples that a type needs to be learned
TOGETHER = 200  # records read at once
BATCH = 512
SCALE = 10.0  # of vectors of length 1, whose parts are small
NOISE = 0.1  # share of the vectors' parts that are left out in training


@dataclass(frozen=True, slots=True)
class TriggerRecipe:
    """A configuration file whose ``kind`` is ``triggers``.

    :param start: the model whose encoder is used. :param texts: files of gold records.
    :param hidden: units of the network. :param floor: the probability under which a word says nothing, with other ones
        for some types in ``floors``.
    """

    name: str
    version: str
    start: str
    texts: tuple[Path, ...]
    hidden: int = 256
    epochs: int = 30
    rate: float = 2e-3
    decay: float = 0.02
    dropout: float = 0.5
    floor: float = 0.5
    floors: Mapping[str, float] = field(default_factory=dict)
    seed: int = 0
    threads: int = 2

    @classmethod
    def load(cls, path: Path) -> TriggerRecipe:
        """:raises ModelError: the file is missing, no TOML, or has keys that are not known."""
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            if data.pop("kind") != KIND:
                raise ValueError(f"`kind` is not {KIND!r}")
            return cls(texts=tuple(path.parent / file for file in data.pop("texts")), **data)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(f"{path}: this configuration cannot be read: {error!r}") from error

    def with_records(self, files: Sequence[Path]) -> TriggerRecipe:
        """The recipe with gold records besides.

        :raises ModelError: a file is missing, or has fewer than five.
        """
        for file in files:
            ask_for_enough(file)
        return replace(self, texts=(*self.texts, *files))

    @property
    def dev(self) -> tuple[Mapping[str, Any], ...]:
        """What to measure with, as :class:`~depesche.train.recipe.Recipe` has it."""
        return tuple({"records": file, "every": HELD} for file in self.texts)


def ask_for_enough(file: Path) -> None:
    """:raises ModelError: a file of gold records is missing, or too short to leave some out."""
    try:
        count = sum(bool(line.strip()) for line in file.read_text(encoding="utf-8").split("\n"))
    except OSError as error:
        raise ModelError(f"{file}: no gold records can be read ({error.strerror})") from error
    if count < HELD:
        raise ModelError(f"{file}: {count} documents are too few: each of {HELD} is left out to measure with")


def is_recipe(path: Path) -> bool:
    """Whether a configuration file is one of ours; what cannot be read is not."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")).get("kind") == KIND
    except (OSError, ValueError):
        return False


def copy(recipe: TriggerRecipe, folder: Path) -> None:
    """The model to start from, under the recipe's name and version."""
    shutil.copytree(models.folder(recipe.start), folder, dirs_exist_ok=True)
    known = models.describe(recipe.start)
    before = f"# {known['name']} {known['version']}\n"
    _configure(folder, name=recipe.name, version=recipe.version)
    card = folder / "README.md"
    if card.is_file():
        text = card.read_text(encoding="utf-8").replace(before, f"# {recipe.name} {recipe.version}\n")
        card.write_text(text, encoding="utf-8")


def teach(recipe: TriggerRecipe, folder: Path) -> None:
    """Write ``triggers.onnx`` into a model folder, and its types into the configuration.

    :raises ModelError: a file is missing or no gold records, or says of no type often enough what it is.
    """
    _configure(folder, triggers={})
    examples = list(_examples(recipe, Encoder(folder, recipe.threads), str(folder)))
    seen = Counter(label for _, labels, _ in examples for label in labels if label)
    types = sorted(name for name, count in seen.items() if count >= RARE)
    if not types:
        names = ", ".join(str(file) for file in recipe.texts)
        raise ModelError(f"{names}: no event type has {RARE} mentions, from which it could be learned")
    log(f"{sum(seen.values()):,} words of {len(types)} event types among {sum(len(e[1]) for e in examples):,}")
    number = {name: i for i, name in enumerate(types, NOTHING + 1)}
    vectors = torch.from_numpy(np.concatenate([rows for rows, _, _ in examples]))
    allowed = np.concatenate([_allowed(some, number, looked) for _, some, looked in examples])
    network = _fit(recipe, vectors * SCALE, torch.from_numpy(allowed))
    export_triggers(network, vectors, SCALE, folder / models.TRIGGERS)
    _configure(folder, triggers={name: recipe.floors.get(name, recipe.floor) for name in types})


def _configure(folder: Path, **values: Any) -> None:
    file = folder / models.CONFIG
    config = json.loads(file.read_text(encoding="utf-8")) | values
    file.write_text(json.dumps(config, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _allowed(
    labels: Sequence[str], number: Mapping[str, int], looked: frozenset[str] | None
) -> NDArray[np.bool_]:
    """``[words, classes]``: what each may be. A word without an event may be of a type that nobody looked at."""
    found = np.zeros((len(labels), len(number) + 1), bool)
    unseen = [NOTHING, *(i for name, i in number.items() if looked is not None and name not in looked)]
    for row, label in zip(found, labels, strict=True):
        row[number.get(label, unseen)] = True
    return found


def _fit(recipe: TriggerRecipe, vectors: Tensor, allowed: Tensor) -> nn.Sequential:
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    network = nn.Sequential(
        nn.Dropout(NOISE), nn.Linear(vectors.shape[1], recipe.hidden), nn.ReLU(), nn.Dropout(recipe.dropout),
        nn.Linear(recipe.hidden, allowed.shape[1]),
    )  # fmt: skip
    network.train()
    optimizer = torch.optim.AdamW(network.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda epoch: 1 - epoch / recipe.epochs)
    for _ in range(recipe.epochs):
        for rows in torch.randperm(len(vectors)).split(BATCH):
            scores = network(vectors[rows])
            right = scores.masked_fill(~allowed[rows], float("-inf"))
            loss = (scores.logsumexp(-1) - right.logsumexp(-1)).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        schedule.step()
    return network.eval()


def _examples(
    recipe: TriggerRecipe, encoder: Encoder, model: str
) -> Iterator[tuple[NDArray[np.float32], list[str], frozenset[str] | None]]:
    """For each record its words' vectors, the event types that they say ("" for none), and the types looked at."""
    for file in recipe.texts:
        try:
            records = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
            kept = [record for i, record in enumerate(records) if i % HELD != HELD - 1]
            for first in range(0, len(kept), TOGETHER):
                yield from _read(kept[first : first + TOGETHER], encoder, model)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(f"{file}: no gold records can be read: {error!r}") from error


def _read(
    records: Sequence[Mapping[str, Any]], encoder: Encoder, model: str
) -> Iterator[tuple[NDArray[np.float32], list[str], frozenset[str] | None]]:
    parsed = [annotate.parse(record["text"], Language(record["lang"], 1.0, "given")) for record in records]
    annotate.encode([part for parts in parsed for part in parts], model)
    for record, parts in zip(records, parsed, strict=True):
        looked = frozenset(record["annotated_types"]) if record.get("annotated_types") else None
        rows: list[NDArray[np.float32]] = []
        labels: list[str] = []
        for part in parts:
            layout = components.layout(part.doc)
            for (positions, _), meaning in zip(layout, encoder.meanings([w for _, w in layout]), strict=True):
                for position, row in zip(positions, meaning.words, strict=True):
                    token = part.doc[position]
                    start = part.start + token.idx
                    label = _label(record["events"], start, start + len(token))
                    if token.pos_ in SAYING and label is not None:
                        rows.append(row)
                        labels.append(label)
        if rows:
            yield np.stack(rows), labels, looked


def _label(events: Sequence[Mapping[str, Any]], start: int, end: int) -> str | None:
    """The event type that a word says, "" for none, None where it may be either."""
    found = [e for e in events if any(s["start"] < end and start < s["end"] for s in e["trigger"])]
    firm = [cast("str", e["event_type"]) for e in found if not e.get("optional")]
    return firm[0] if firm else None if found else ""

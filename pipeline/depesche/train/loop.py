"""The training loop: batches of few fixed shapes, checkpoints that a killed run goes on from."""

from __future__ import annotations

import math
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from depesche.corpora import Example
from depesche.encoder import BEGIN, END, PAD, Lexicon, Pieces
from depesche.train import log
from depesche.train.network import Network, Output

LENGTHS = (8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 128, 192)  # pieces a sentence is padded to
NONE = -100  # a target that is not learned
ABSENT = -1e4  # the logit of what is not there
SOFT = ("entity", "pos", "arc", "relation", "word")


@dataclass(frozen=True, slots=True)
class Schedule:
    """:param pieces: pieces in a batch, padding included. :param rate: peak learning rate of the encoder.
    :param head_rate: of the heads. :param vectors: whether sentence vectors are taught. :param share: the teacher's
    part of the loss, where there is a teacher. :param minutes: between checkpoints.
    """

    epochs: float = 2.0
    pieces: int = 2048
    rate: float = 1e-4
    head_rate: float = 1e-3
    warmup: float = 0.1
    decay: float = 0.01
    vectors: bool = True
    share: float = 0.7
    minutes: float = 5.0
    seed: int = 7
    weights: Mapping[str, float] = field(
        default_factory=lambda: {"entity": 1.0, "pos": 0.5, "arc": 1.0, "relation": 0.7, "vector": 1.0, "word": 2.0}
    )


@dataclass(frozen=True, slots=True)
class Soft:
    """What a teacher says of n words, as logits in half precision: ``[n, tags]``, ``[n, pos]``, ``[n, n + 1]`` with the
    root first, ``[n, relations]`` to the gold head or, where there is none, to the best; and ``[n, hidden]`` states of
    its last layer.
    """

    entity: NDArray[np.float16]
    pos: NDArray[np.float16]
    arc: NDArray[np.float16]
    relation: NDArray[np.float16]
    word: NDArray[np.float16]


@dataclass(slots=True)
class Sentence:
    """An example in numbers. ``known`` are rows of the lexicon, ``allowed`` of the coder's mask table.

    :param soft: a teacher's word on it. :param vector: ``[hidden]``, the direction that its vector is to have.
    """

    pieces: list[int]
    first: list[int]
    known: list[int]
    allowed: list[int] | None
    pos: list[int] | None
    heads: list[int] | None
    relations: list[int] | None
    soft: Soft | None = None
    vector: NDArray[np.float32] | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """``soft`` has the names and the order of :class:`Soft`."""

    ids: Tensor
    first: Tensor
    known: Tensor
    allowed: Tensor
    pos: Tensor
    heads: Tensor
    relations: Tensor
    soft: tuple[Tensor, ...] = ()
    vector: Tensor | None = None


class Coder:
    """Examples to numbers and batches."""

    def __init__(
        self,
        pieces: Pieces,
        lexicon: Lexicon,
        tags: Sequence[str],
        pos: Sequence[str],
        relations: Sequence[str],
    ) -> None:
        self.pieces = pieces
        self.lexicon = lexicon
        self.tags = {name: i for i, name in enumerate(tags)}
        self.pos = {name: i for i, name in enumerate(pos)}
        self.relations = {name: i for i, name in enumerate(relations)}
        self._masks: dict[frozenset[str], int] = {}

    @property
    def masks(self) -> Tensor:
        """``[sets, tags]``: which tags each set of allowed tags has."""
        table = torch.zeros(len(self._masks), len(self.tags), dtype=torch.bool)
        for allowed, row in self._masks.items():
            for tag in allowed:
                table[row, self.tags[tag]] = True
        return table

    def sentence(self, example: Example) -> Sentence:
        """Cut behind the last word that fits into the longest batch shape."""
        ids, first = [BEGIN], []
        for i, word in enumerate(example.words):
            found = self.pieces(word, example.spaces[i] or i == 0)
            if len(ids) + len(found) + 1 > LENGTHS[-1]:
                break
            first.append(len(ids))
            ids += found
        ids.append(END)
        n = len(first)
        heads = [h if h <= n else NONE for h in example.heads[:n]] if example.heads else None
        return Sentence(
            ids,
            first,
            [self.lexicon(word) for word in example.words[:n]],
            [self._masks.setdefault(a, len(self._masks)) for a in example.allowed[:n]] if example.allowed else None,
            [self.pos.get(p, NONE) for p in example.pos[:n]] if example.pos else None,
            heads,
            [self.relation(r) for r in example.relations[:n]] if example.relations else None,
        )

    def relation(self, name: str) -> int:
        """A rare subtype counts as its type."""
        return self.relations.get(name, self.relations.get(name.partition(":")[0], NONE))


def batch(sentences: Sequence[Sentence], rows: int, length: int) -> Batch:
    """Padded to ``[rows, length]``: freely varying shapes make the CPU allocator grow without end."""
    width = length - 2

    def filled(values: Sequence[list[int] | None], columns: int, blank: int) -> Tensor:
        table = np.full((rows, columns), blank, dtype=np.int64)
        for row, value in enumerate(values):
            if value:
                table[row, : len(value)] = value
        return torch.from_numpy(table)

    ids = filled([s.pieces for s in sentences], length, PAD)
    ids[len(sentences) :, 0] = BEGIN
    return Batch(
        ids,
        filled([s.first for s in sentences], width, 0),
        filled([s.known for s in sentences], width, 0),
        filled([s.allowed for s in sentences], width, NONE),
        filled([s.pos for s in sentences], width, NONE),
        filled([s.heads for s in sentences], width, NONE),
        filled([s.relations for s in sentences], width, NONE),
        _soft([s.soft for s in sentences if s.soft], rows, width),
        _vectors([s.vector for s in sentences if s.vector is not None], rows),
    )


def _soft(values: Sequence[Soft], rows: int, width: int) -> tuple[Tensor, ...]:
    tables = []
    for name in SOFT if values else ():
        columns = width + 1 if name == "arc" else getattr(values[0], name).shape[1]
        table = np.full((rows, width, columns), ABSENT, dtype=np.float16)
        for row, value in enumerate(values):
            found = getattr(value, name)
            table[row, : found.shape[0], : found.shape[1]] = found
        tables.append(torch.from_numpy(table))
    return tuple(tables)


def _vectors(values: Sequence[NDArray[np.float32]], rows: int) -> Tensor | None:
    if not values:
        return None
    blank = np.zeros_like(values[0])
    return torch.from_numpy(np.stack([*values, *[blank] * (rows - len(values))]))


def shuffled(sentences: Sequence[Sentence], pieces: int, seed: int) -> Iterator[Batch]:
    """The batches of :func:`grouped`, each made when it is needed."""
    return (batch(*group) for group in grouped(sentences, pieces, seed))


def grouped(sentences: Sequence[Sentence], pieces: int, seed: int) -> list[tuple[list[Sentence], int, int]]:
    """All sentences once, those of like length together, the groups in random order; each with rows and length."""
    rng = random.Random(seed)  # noqa: S311 no secret
    buckets: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        buckets[next(n for n in LENGTHS if len(sentence.pieces) <= n)].append(sentence)
    batches = []
    for length, members in sorted(buckets.items()):
        rng.shuffle(members)
        rows = max(1, pieces // length)
        batches += [(members[i : i + rows], rows, length) for i in range(0, len(members), rows)]
    rng.shuffle(batches)
    return batches


# ---------------------------------------------------------------------------------------------------------------- loss


def losses(out: Output, target: Batch, masks: Tensor) -> dict[str, Tensor]:
    """The mean loss a word of every head that the batch has gold for."""
    found = {}
    known = target.allowed != NONE
    if known.any():
        scores = out.entity[known].float()
        allowed = masks[target.allowed[known]]
        best = scores.masked_fill(~allowed, -1e4).logsumexp(-1)  # marginal over what the corpus leaves open
        found["entity"] = (scores.logsumexp(-1) - best).mean()
    for name, scores, gold in (
        ("pos", out.pos, target.pos),
        ("arc", out.arc, target.heads),
        ("relation", out.relation, target.relations),
    ):
        known = gold != NONE
        if known.any():
            found[name] = nn.functional.cross_entropy(scores[known].float(), gold[known])
    return found


def distilled(out: Output, target: Batch) -> dict[str, Tensor]:
    """Cross entropy against the teacher's distributions, on every word; and as ``word`` how far the states of the last
    layer are from its own, as a share of their variance (Jiao et al. 2020, "TinyBERT", 2020.findings-emnlp.372); not
    where its states are ``ABSENT``.
    """
    words = target.first != 0
    found = {}
    for name, part in zip(SOFT, target.soft, strict=True):
        mine, theirs = getattr(out, name)[words].float(), part[words].float()
        if name == "word":
            held = theirs[:, 0] != ABSENT
            if held.any():
                found[name] = nn.functional.mse_loss(mine[held], theirs[held]) / theirs[held].var()
        else:
            found[name] = nn.functional.cross_entropy(mine, theirs.softmax(-1))
    return found


# ---------------------------------------------------------------------------------------------------------------- loop

Measure = Callable[[Network, Batch], dict[str, Tensor]]


def fit(
    network: Network,
    sentences: Sequence[Sequence[Sentence]],
    masks: Tensor,
    schedule: Schedule,
    checkpoint: Path,
    measured: Measure | None = None,
) -> None:
    """Train in place.

    :param sentences: one list an epoch's part: a corpus's sentences, weighted by repetition, change every epoch.
    :param checkpoint: written every few minutes and at the end; where it is there already, training goes on from it.
    :param measured: losses by name, in the place of gold and of what the sentences have of a teacher.
    """
    parts = [n for n, p in network.named_parameters() if p.requires_grad]
    log(f"{sum(p.numel() for p in network.parameters() if p.requires_grad):,} weights to train in {len(parts)} tensors")
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for n, p in network.named_parameters() if p.requires_grad and n.startswith("bert.")],
             "lr": schedule.rate},
            {"params": [p for n, p in network.named_parameters() if p.requires_grad and not n.startswith("bert.")],
             "lr": schedule.head_rate},
        ],
        weight_decay=schedule.decay, betas=(0.9, 0.98),
    )  # fmt: skip
    total = math.ceil(len(grouped(sentences[0], schedule.pieces, schedule.seed)) * schedule.epochs)
    rates = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / total, schedule.warmup))
    done = _resume(checkpoint, network, optimizer, rates)
    started, saved, begun = time.monotonic(), time.monotonic(), done
    totals: dict[str, list[float]] = defaultdict(list)
    network.train()
    for step, item in _stream(sentences, schedule, done, total):
        torch.manual_seed(schedule.seed * 1_000_003 + step)
        found = measured(network, item) if measured else _step(network, item, masks, schedule.share)
        loss = torch.stack([schedule.weights[name] * value for name, value in found.items()]).sum()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        rates.step()
        optimizer.zero_grad()
        for name, value in found.items():
            totals[name].append(value.item())
        if step % 50 == 0 or step == total:
            pace = (time.monotonic() - started) / (step - begun)
            means = "  ".join(f"{name} {np.mean(values):.3f}" for name, values in sorted(totals.items()))
            log(f"step {step:>5} of {total}  {means}  {pace:.2f} s a step, {(total - step) * pace / 60:.0f} min left")
            totals.clear()
        if time.monotonic() - saved > 60 * schedule.minutes or step == total:
            _save(checkpoint, network, optimizer, rates, step)
            saved = time.monotonic()


def _step(network: Network, item: Batch, masks: Tensor, share: float) -> dict[str, Tensor]:
    """Losses by name. :param share: of the teacher, where there is one."""
    heads = item.heads
    if item.soft:
        heads = torch.where(heads == NONE, item.soft[SOFT.index("arc")].argmax(-1), heads)
    with torch.autocast("cpu", torch.bfloat16):
        out: Output = network(item.ids, item.first, item.known, heads)
    found = losses(out, item, masks)
    if item.soft:
        soft = distilled(out, item)
        found = {name: share * soft[name] + (1 - share) * found.get(name, soft[name]) for name in soft}
    if item.vector is not None:
        real = item.first[:, 0] != 0
        found["vector"] = (1 - nn.functional.cosine_similarity(out.vector[real].float(), item.vector[real])).mean()
    return found


def _rate(progress: float, warmup: float) -> float:
    return progress / warmup if progress < warmup else max(0.0, (1 - progress) / (1 - warmup))


def _stream(
    sentences: Sequence[Sequence[Sentence]], schedule: Schedule, done: int, total: int
) -> Iterator[tuple[int, Batch]]:
    step, epoch = 0, 0
    while step < total:
        for item in shuffled(sentences[epoch % len(sentences)], schedule.pieces, schedule.seed + epoch):
            step += 1
            if step > total:
                return
            if step > done:
                yield step, item
        epoch += 1


def _save(checkpoint: Path, network: nn.Module, optimizer: Any, rates: Any, step: int) -> None:
    fresh = checkpoint.with_suffix(".new")
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "rates": rates.state_dict()}
    torch.save(state | {"step": step}, fresh)
    fresh.replace(checkpoint)


def _resume(checkpoint: Path, network: nn.Module, optimizer: Any, rates: Any) -> int:
    if not checkpoint.exists():
        return 0
    state = torch.load(checkpoint, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    rates.load_state_dict(state["rates"])
    log(f"going on from step {state['step']} of {checkpoint}")
    return int(state["step"])

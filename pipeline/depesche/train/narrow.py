"""A narrower network that says what a finished one says: in each layer the attention heads and the units are left out
that those around them can best stand in for, and what is left learns to leave the states that all of them left.

Which go, and what the others have to say in their place, has a closed form: what a layer puts out is a linear function
of its heads and its units, so that leaving some out is least squares over the states of real sentences (Hassibi and
Stork 1993, "Second order derivatives for network pruning: Optimal Brain Surgeon"; for heads and units Kurtic et al.
2023, "ZipLM", NeurIPS, arXiv:2302.04089). No label is needed, and none is learned by heart.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn

from depesche.encoder import PAD
from depesche.train import log
from depesche.train.loop import Batch, Sentence, batch, grouped
from depesche.train.network import Network, Output, blocking, joined, present

TOGETHER = 4_096  # pieces read at once
STEP = 32  # units that go together: products of matrices whose sides are no multiples of it run no faster
FEWEST_HEADS, FEWEST_UNITS = 2, 96
ATTENDING = 1.15  # what a head costs beside its matrices: words are weighed against words
RIDGE = 1e-4  # of the mean square of what is put in
SMALL = 1e-3  # the least spread that a place of the states counts with
SAID = ("entity", "pos", "arc", "relation")
_Choice = Callable[[int, bool, list[tuple[int, float]]], int]
"""Of a layer's heads (True) or units (False), in the order in which they go and with what each costs, how many stay."""


def narrow(network: Network, sentences: Sequence[Sentence], share: float) -> Network:
    """A copy in whose layers so many multiplications are left.

    :param sentences: real ones, some thousands; no gold of theirs is used. :param share: of the multiplications in the
        layers; where they go is where the states change least, as a share of their spread.
    """
    batches = [batch(*group) for group in grouped(sentences, TOGETHER, 0)]
    costs: dict[tuple[int, bool], list[float]] = {}

    def counted(layer: int, attention: bool, order: list[tuple[int, float]]) -> int:
        costs[layer, attention] = [cost for _, cost in order]
        return len(order)

    with torch.no_grad():
        _through(network, batches, counted)
        sizes = _sizes(network, costs, share)
        log(f"attention heads {[sizes[i, True] for i in range(len(network.shape.layers))]}, "
            f"units {[sizes[i, False] for i in range(len(network.shape.layers))]}")  # fmt: skip
        return _through(network, batches, lambda layer, attention, _: sizes[layer, attention])


def _sizes(network: Network, costs: dict[tuple[int, bool], list[float]], share: float) -> dict[tuple[int, bool], int]:
    """How many heads (True) and units (False) each layer keeps: what costs least for a multiplication goes first."""
    shape = network.shape
    weight = {True: 4 * shape.head_size * shape.hidden * ATTENDING, False: 2 * shape.hidden}
    step, fewest = {True: 1, False: STEP}, {True: FEWEST_HEADS, False: FEWEST_UNITS}
    sizes = {part: len(order) for part, order in costs.items()}
    left = sum(n * weight[attention] for (_, attention), n in sizes.items())
    wanted = share * left

    def next_of(part: tuple[int, bool]) -> Iterator[tuple[float, tuple[int, bool]]]:
        n, one = sizes[part], step[part[1]]
        if n - one >= fewest[part[1]]:
            gone = len(costs[part]) - n
            yield sum(costs[part][gone : gone + one]) / (one * weight[part[1]]), part

    queue = [item for part in sizes for item in next_of(part)]
    heapq.heapify(queue)
    while queue and left > wanted:
        _, part = heapq.heappop(queue)
        sizes[part] -= step[part[1]]
        left -= step[part[1]] * weight[part[1]]
        for item in next_of(part):
            heapq.heappush(queue, item)
    return sizes


def _through(network: Network, batches: Sequence[Batch], choose: _Choice) -> Network:
    """Layer by layer through a network and the narrower one that grows beside it, which is told at each what to leave.

    What stays of a layer reads what the narrower network has so far and aims at the states of the whole one, so that
    it mends what the layers before it lost.
    """
    shape = network.shape
    state = network.state_dict()
    heads, units = [], []
    whole = [network.bert.embeddings(input_ids=b.ids) for b in batches]
    mine = list(whole)
    for i, layer in enumerate(network.bert.encoder.layer):
        if i == shape.piece_layers:
            whole, mine = (
                [network.known(joined(h, b.ids, b.first), b.known) for h, b in zip(hidden, batches, strict=True)]
                for hidden in (whole, mine)
            )
        there = [b.ids != PAD if i < shape.piece_layers else present(b.first) for b in batches]
        blocked = [blocking(t, h) for t, h in zip(there, whole, strict=True)]
        name = f"bert.encoder.layer.{i}"

        own, out = layer.attention.self, layer.attention.output
        aims = [h + out.dense(_attended(own, h, b)) for h, b in zip(whole, blocked, strict=True)]
        inputs = [_attended(own, h, b) for h, b in zip(mine, blocked, strict=True)]
        part = _Part.of(inputs, aims, mine, there, out.LayerNorm)
        columns = torch.arange(shape.attention_heads[i] * shape.head_size).unflatten(0, (-1, shape.head_size))
        kept = part.kept(columns, partial(choose, i, True))
        mine = part.put(inputs, mine, kept, f"{name}.attention.output.dense", state, out.LayerNorm)
        whole = [out.LayerNorm(aim) for aim in aims]
        for matrix in ("query", "key", "value"):
            for kind in ("weight", "bias"):
                state[f"{name}.attention.self.{matrix}.{kind}"] = state[f"{name}.attention.self.{matrix}.{kind}"][kept]
        heads.append(len(kept) // shape.head_size)

        out = layer.output
        aims = [h + out.dense(layer.intermediate(h)) for h in whole]
        inputs = [layer.intermediate(h) for h in mine]
        part = _Part.of(inputs, aims, mine, there, out.LayerNorm)
        kept = part.kept(torch.arange(shape.inner[i]).unsqueeze(1), partial(choose, i, False))
        mine = part.put(inputs, mine, kept, f"{name}.output.dense", state, out.LayerNorm)
        whole = [out.LayerNorm(aim) for aim in aims]
        for kind in ("weight", "bias"):
            state[f"{name}.intermediate.dense.{kind}"] = state[f"{name}.intermediate.dense.{kind}"][kept]
        units.append(len(kept))
    made = Network(replace(shape, attention_heads=tuple(heads), inner=tuple(units), dropout=0.0))
    made.load_state_dict(state)
    made.eval()
    return made


def _attended(attention: Any, hidden: Tensor, blocked: Tensor) -> Tensor:
    """``[B, S, heads * head_size]``: what the heads put out, side by side."""
    found: Tensor = attention(hidden, blocked)[0]
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """What goes into the matrix behind a layer's heads or units, and what is to come out of it, in second moments.

    :param moments: ``[in + 1, in + 1]`` of the inputs and a 1. :param aims: ``[in + 1, hidden]`` of them with the aims.
    :param scale: ``[hidden]`` by which an error behind the normalisation counts. :param rows: how many were seen.
    """

    moments: Tensor
    aims: Tensor
    scale: Tensor
    rows: int

    @classmethod
    def of(
        cls, inputs: Sequence[Tensor], aims: Sequence[Tensor], before: Sequence[Tensor], there: Sequence[Tensor],
        norm: nn.LayerNorm,
    ) -> _Part:  # fmt: skip
        """:param before: the states to which what comes out is added. :param there: where no padding is."""
        moments = cross = None
        rows = 0
        for put_in, aim, hidden, where in zip(inputs, aims, before, there, strict=True):
            x = nn.functional.pad(put_in[where], (0, 1), value=1.0)
            weighed = x / aim[where].std(-1, keepdim=True)  # as the normalisation behind it does
            y = (aim - hidden)[where] / aim[where].std(-1, keepdim=True)
            first, second = (weighed.T @ weighed).double(), (weighed.T @ y).double()
            moments, cross = (first, second) if moments is None else (moments + first, cross + second)
            rows += len(x)
        some = torch.cat([norm(aim[where]) for aim, where in list(zip(aims, there, strict=True))[:12]])
        return cls(moments, cross, norm.weight.double() / some.std(0).double().clamp(min=SMALL), rows)

    @property
    def _ridge(self) -> float:
        return RIDGE * float(self.moments.diagonal()[:-1].mean())

    def kept(self, groups: Tensor, choose: Callable[[list[tuple[int, float]]], int]) -> Tensor:
        """``[k]`` the columns that stay. :param groups: ``[groups, n]`` columns that go or stay together."""
        order = self._order(groups)
        gone = {group for group, _ in order[: len(order) - choose(order)]}
        return groups[[i for i in range(len(groups)) if i not in gone]].flatten()

    def _order(self, groups: Tensor) -> list[tuple[int, float]]:
        """All groups in the order in which they go, with what each costs: mean squared error of a place of the states,
        as a share of its spread. The 1 stays, so it is taken out of the moments first.
        """
        ones, one = self.moments[:-1, -1:], self.moments[-1, -1]
        moments = self.moments[:-1, :-1] - ones @ ones.T / one
        aims = self.aims[:-1] - ones @ self.aims[-1:] / one
        inverse = torch.linalg.inv(moments + self._ridge * torch.eye(len(moments), dtype=moments.dtype))
        weights = inverse @ aims * self.scale
        left, order = list(range(len(groups))), []
        while left:
            columns = groups[left]
            blocks = inverse[columns.unsqueeze(2), columns.unsqueeze(1)]
            costs = (weights[columns] * torch.linalg.solve(blocks, weights[columns])).sum((1, 2))
            at = int(costs.argmin())
            order.append((left.pop(at), float(costs[at]) / self.rows / self.aims.shape[1]))
            gone = columns[at]
            taken = torch.linalg.solve(blocks[at], inverse[gone])
            weights = weights - taken.T @ weights[gone]
            inverse = inverse - inverse[:, gone] @ taken
        return order

    def put(
        self, inputs: Sequence[Tensor], before: Sequence[Tensor], kept: Tensor, name: str, state: dict[str, Tensor],
        norm: nn.LayerNorm,
    ) -> list[Tensor]:  # fmt: skip
        """The states behind the part when some columns alone stay; the best weights for them go into ``state``."""
        rows = torch.cat([kept, torch.tensor([len(self.moments) - 1])])
        ridge = self._ridge * torch.eye(len(rows), dtype=self.moments.dtype)
        found = torch.linalg.solve(self.moments[rows][:, rows] + ridge, self.aims[rows]).float()
        weight, bias = found[:-1].T.contiguous(), found[-1].clone()
        state[f"{name}.weight"], state[f"{name}.bias"] = weight, bias
        return [norm(h + nn.functional.linear(x[..., kept], weight, bias)) for x, h in zip(inputs, before, strict=True)]


class Likeness:
    """How far a network is from the one that it is to be like, on any sentences: after each layer, in what the heads
    say and in the sentence's vector (Jiao et al. 2020, "TinyBERT", 2020.findings-emnlp.372, without its first stage).

    Both read the same words, of which some have lost their pieces or what the lexicon has of them.

    :param sentences: some, by which is measured how far the states lie apart at all.
    """

    def __init__(self, teacher: Network, sentences: Sequence[Sentence]) -> None:
        self._teacher = teacher
        sums: list[list[Tensor]] = []
        with torch.no_grad():
            for group in grouped(sentences, TOGETHER, 0):
                item = batch(*group)
                sums.append([s.std(0) for s in _real(*teacher.states(item.ids, item.first, item.known), item)])
        self._spread = [torch.stack(spreads).mean(0).clamp(min=SMALL) for spreads in zip(*sums, strict=True)]

    def __call__(self, network: Network, item: Batch) -> dict[str, Tensor]:
        """Losses by name: ``state`` the mean squared distance as a share of the variance, the heads' in nats a word,
        ``vector`` one less the cosine.
        """
        draw = torch.rand(item.known.shape)
        with torch.no_grad():
            pieces, words = self._teacher.states(item.ids, item.first, item.known, draw)
            theirs = self._teacher.said(words, item.first)
            heads = theirs.arc.argmax(-1)
        mine_pieces, mine_words = network.states(item.ids, item.first, item.known, draw)
        mine: Output = network.said(mine_words, item.first, heads)
        apart = [
            ((a - b) / spread).square().mean()
            for a, b, spread in zip(
                _real(mine_pieces, mine_words, item), _real(pieces, words, item), self._spread, strict=True
            )
        ]
        found = {"state": torch.stack(apart).mean()}
        real = item.first != 0
        for name in SAID:
            want, have = (getattr(out, name)[real].log_softmax(-1) for out in (theirs, mine))
            found[name] = (want.exp() * (want - have)).sum(-1).mean()
        some = item.first[:, 0] != 0
        found["vector"] = (1 - nn.functional.cosine_similarity(mine.vector[some], theirs.vector[some])).mean()
        return found


def _real(pieces: Sequence[Tensor], words: Sequence[Tensor], item: Batch) -> list[Tensor]:
    """``[n, hidden]`` states after each layer, without padding."""
    there = present(item.first)
    return [s[item.ids != PAD] for s in pieces] + [s[there] for s in words[1:]]

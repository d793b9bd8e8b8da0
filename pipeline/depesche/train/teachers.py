"""What teachers say, written into the sentences once before training: a larger network's word on every head, and the
sentence vectors of the frozen base.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor, nn

from depesche.encoder import PAD
from depesche.train import log
from depesche.train.loop import ABSENT, Batch, Sentence, Soft, batch, grouped
from depesche.train.network import Network, Output

TOGETHER = 2048  # pieces read at once


def imitate(sentences: Sequence[Sentence], network: Network, *, vectors: bool = False) -> None:
    """Give every sentence its ``soft`` targets: what this trained network says.

    :param vectors: also its ``vector``, where the network has it.
    """
    network.eval()
    for members, item in _passed(sentences, "the teacher"):
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            out: Output = network(item.ids, item.first, item.known, item.heads)
        entity, pos, arc, relation, word = (
            part.float().numpy().astype(np.float16) for part in (out.entity, out.pos, out.arc, out.relation, out.word)
        )
        for row, sentence in enumerate(members):
            n = len(sentence.first)
            sentence.soft = Soft(
                entity[row, :n].copy(), pos[row, :n].copy(), arc[row, :n, : n + 1].copy(), relation[row, :n].copy(),
                word[row, :n].copy(),
            )  # fmt: skip
            if vectors:
                sentence.vector = out.vector[row].float().numpy().copy()


def correct(sentence: Sentence, masks: Tensor) -> None:
    """Take from what the teacher says of tags what gold does not allow, and the states that made it say so."""
    if sentence.soft and sentence.allowed:
        allowed = masks[torch.tensor(sentence.allowed)].numpy()
        np.copyto(sentence.soft.entity, np.float16(ABSENT), where=~allowed)
        sentence.soft.word.fill(ABSENT)


def keep_vectors(sentences: Sequence[Sentence], base: nn.Module, prefix: Sequence[int]) -> None:
    """Give every sentence its ``vector``: where the frozen base has it, seen from the middle of all.

    What all of the base's vectors have in common makes any two sentences look alike and is not worth learning
    (Arora et al. 2017, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings", ICLR).

    :param prefix: pieces that the base was trained to read before a text.
    """
    base.eval()
    for members, item in _passed(sentences, "the base"):
        found = base_vectors(base, item.ids[: len(members)], prefix).numpy()
        for sentence, vector in zip(members, found, strict=True):
            sentence.vector = vector.copy()
    known = [sentence.vector for sentence in sentences if sentence.vector is not None]
    middle = np.mean(known, axis=0)
    for vector in known:
        np.subtract(vector, middle, out=vector)


def weights(network: Network, sentences: Sequence[Sentence]) -> list[tuple[Tensor, Tensor]]:
    """For each layer how much its attention heads and the units of its feed-forward part say, as the mean of what they
    put out times the length of the weights that it meets.
    """
    layers = [(layer.attention.output.dense, layer.output.dense) for layer in network.bert.encoder.layer]
    meeting = [dense for pair in layers for dense in pair]
    sums = {dense: torch.zeros(dense.in_features) for dense in meeting}
    hooks = [
        dense.register_forward_pre_hook(
            lambda module, inputs: sums[module].add_(inputs[0].detach().float().abs().flatten(0, 1).sum(0))
        )
        for dense in meeting
    ]
    network.eval()
    for sentence in sentences:  # one by one: padding has nothing to say
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            network(*(torch.tensor([part]) for part in (sentence.pieces, sentence.first, sentence.known)))
    for hook in hooks:
        hook.remove()
    said = [tuple(sums[dense] * dense.weight.detach().norm(dim=0) for dense in pair) for pair in layers]
    return [
        (columns.unflatten(0, (heads, -1)).sum(1), inner)
        for (columns, inner), heads in zip(said, network.shape.attention_heads, strict=True)
    ]


def base_vectors(base: nn.Module, ids: Tensor, prefix: Sequence[int]) -> Tensor:
    """``[B, hidden]``: the mean over all pieces of the last layer."""
    rows = torch.tensor(prefix, dtype=ids.dtype).expand(len(ids), -1)
    full = torch.cat([ids[:, :1], rows, ids[:, 1:]], 1)
    mask = full != PAD
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        hidden = base(input_ids=full, attention_mask=mask.long()).last_hidden_state.float()
    return (hidden * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)


def _passed(sentences: Sequence[Sentence], reader: str) -> Iterator[tuple[list[Sentence], Batch]]:
    groups = grouped(sentences, TOGETHER, 0)
    started = time.monotonic()
    for done, (members, rows, length) in enumerate(groups, 1):
        yield members, batch(members, rows, length)
        if done % 200 == 0 or done == len(groups):
            pace = (time.monotonic() - started) / done
            log(f"{reader} has read {done} of {len(groups)} batches, {(len(groups) - done) * pace / 60:.0f} min left")

"""The network: one encoder, and on its last layer the heads for entities, parts of speech, syntax and sentences.

Syntax is the biaffine parser of Dozat and Manning (2017, "Deep Biaffine Attention for Neural Dependency Parsing",
ICLR, arXiv:1611.01734) without its recurrent layers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from depesche.encoder import PAD
from depesche.train.lexicon import Tables

HIDDEN, FORGOTTEN = 0.12, 0.15  # of a batch's words: of so many the pieces, of so many others the lexicon is left out


@dataclass(frozen=True, slots=True)
class Shape:
    """What a network is built from; saved beside its weights.

    :param layers: which of the base's layers it has, in order. :param attention_heads: of each layer;
    ``head_size`` wide each, however wide the states are. :param inner: how many units the feed-forward part of each
    layer has. :param piece_layers: the first so many layers read pieces of
    words; for those behind them a word's pieces are one, in their mean. :param words: in the lexicon; ``word_vectors``
    of them have a vector.
    """

    vocabulary: int
    layers: tuple[int, ...]
    attention_heads: tuple[int, ...]
    inner: tuple[int, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    relations: tuple[str, ...]
    piece_layers: int
    hidden: int = 384
    head_size: int = 32
    positions: int = 512
    eps: float = 1e-12
    arc: int = 192
    relation: int = 64
    dropout: float = 0.1
    words: int = 0
    word_vectors: int = 0
    word_width: int = 48
    marks: int = 12


class Output(NamedTuple):
    """For B sentences of up to W words: ``entity [B, W, tags]``, ``pos [B, W, pos]``, ``arc [B, W, W + 1]`` with the
    root as head 0, ``relation [B, W, relations]`` for the heads asked for, all of them logits; ``vector [B, hidden]``;
    ``word [B, W, hidden]``, the last layer's states from which all the others are made.
    """

    entity: Tensor
    pos: Tensor
    arc: Tensor
    relation: Tensor
    vector: Tensor
    word: Tensor


class Dropout(nn.Module):  # type: ignore[misc]
    """Dropout whose masks cost a quarter of torch's: eight of them are cut from each 64 random bits.

    The share dropped is the nearest multiple of 1/256.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.p = share  # where transformers looks for it
        self.dropped = round(256 * share)

    def forward(self, values: Tensor) -> Tensor:
        if not self.training or not self.dropped:
            return values
        n = values.numel()
        bits = torch.empty((n + 7) // 8, dtype=torch.int64, device=values.device).random_(-(2**63), None)
        kept = bits.view(torch.uint8)[:n].view(values.shape) >= self.dropped
        return values * kept.to(values.dtype).mul_(256 / (256 - self.dropped))


class Known(nn.Module):  # type: ignore[misc]
    """Adds to the states of words what a lexicon has of them: vectors, and marks of the lists that a word is in.

    In training some words lose their state and some what the lexicon has: else the network, which soon knows the
    corpora's names by heart, would never ask it, and would trust it too much where it knows nothing.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.vectors = nn.Embedding(1 + shape.word_vectors, shape.word_width)
        self.marks = nn.Embedding(1 + shape.words, shape.marks)
        for table in (self.vectors, self.marks):
            nn.init.zeros_(table.weight)
            table.weight.requires_grad_(False)
        self.register_buffer("rows", torch.zeros(1 + shape.words, dtype=torch.int64))  # of each word among the vectors
        self.add = nn.Linear(shape.word_width + shape.marks, shape.hidden, bias=False)
        nn.init.zeros_(self.add.weight)

    def fill(self, tables: Tables) -> None:
        mine = self.vectors.weight, self.marks.weight, self.rows
        for held, found in zip(mine, (tables.vectors, tables.marks, tables.rows), strict=True):
            held.data.copy_(torch.from_numpy(found))

    def forward(self, states: Tensor, known: Tensor, draw: Tensor | None = None) -> Tensor:
        """``[B, 1 + W, hidden]`` for states like that, the sentence's beginning first, and ``[B, W]`` rows.

        :param draw: ``[B, W]`` from 0 to 1, by which words lose the one or the other; None: in training, by chance.
        """
        if self.training and draw is None:
            draw = torch.rand(known.shape, device=known.device)
        if draw is not None:
            kept = nn.functional.pad((draw > HIDDEN) | (known == 0), (1, 0), value=True)
            states = states * kept.unsqueeze(-1)
            known = known.masked_fill(draw > 1 - FORGOTTEN, 0)
        found = torch.cat([self.vectors(self.rows[known]), self.marks(known)], -1)
        return states + nn.functional.pad(self.add(found), (0, 0, 1, 0))


class Network(nn.Module):  # type: ignore[misc]  # torch is not there where types are checked
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.bert = BertModel(bert_config(shape, max(shape.inner)), add_pooling_layer=False)
        self.drop = Dropout(shape.dropout)
        self.known = Known(shape)
        self.entity = nn.Linear(shape.hidden, len(shape.tags))
        self.pos = nn.Linear(shape.hidden, len(shape.pos))
        self.arc_word = nn.Linear(shape.hidden, shape.arc)
        self.arc_head = nn.Linear(shape.hidden, shape.arc)
        self.arc = nn.Linear(shape.arc, shape.arc)
        self.arc_prior = nn.Linear(shape.arc, 1)
        self.relation_word = nn.Linear(shape.hidden, shape.relation)
        self.relation_head = nn.Linear(shape.hidden, shape.relation)
        self.relation = nn.Linear(shape.relation, shape.relation * len(shape.relations))
        self.relation_word_prior = nn.Linear(shape.relation, len(shape.relations))
        self.relation_head_prior = nn.Linear(shape.relation, len(shape.relations))
        self.vector = nn.Linear(shape.hidden * (1 + len(shape.layers) - shape.piece_layers), shape.hidden)
        nn.init.zeros_(self.vector.weight)
        nn.init.eye_(self.vector.weight[:, -shape.hidden :])
        nn.init.zeros_(self.vector.bias)
        for layer, heads, inner in zip(self.bert.encoder.layer, shape.attention_heads, shape.inner, strict=True):
            _resize(layer, heads, inner, shape)
        for module in list(self.bert.modules()):
            for name, child in module.named_children():
                if isinstance(child, nn.Dropout):
                    setattr(module, name, Dropout(child.p))

    def forward(self, ids: Tensor, first: Tensor, known: Tensor, heads: Tensor | None = None) -> Output:
        """
        :param ids: ``[B, S]`` pieces, from <s> to </s>, then padding.
        :param first: ``[B, W]`` where each word's first piece stands; 0 behind the last word.
        :param known: ``[B, W]`` each word's row in the lexicon, 0 where it has none.
        :param heads: ``[B, W]`` the heads to label; where negative, or None, those that score best.
        """
        return self.said(self.states(ids, first, known)[1], first, heads)

    def said(self, states: Sequence[Tensor], first: Tensor, heads: Tensor | None = None) -> Output:
        """What the heads make of the words' :meth:`states`."""
        hidden = states[-1]
        there = present(first)
        # all of them together: the last layer serves the tags, and what a sentence is about is plainer before it
        pooled = (torch.cat(states, -1) * there.unsqueeze(-1)).sum(1) / there.sum(1, keepdim=True)
        width = hidden.shape[-1]
        plain = hidden[:, 1:]
        words = self.drop(plain)
        governors = torch.cat([hidden[:, :1], words], 1)
        arc = self._arcs(words, governors, first)
        best = arc.argmax(-1)
        heads = best if heads is None else torch.where(heads < 0, best, heads)
        chosen = governors.gather(1, heads.unsqueeze(-1).expand(-1, -1, width))
        vector = self.vector(pooled.to(words.dtype))
        return Output(self.entity(words), self.pos(words), arc, self._relations(words, chosen), vector, plain)

    def states(
        self, ids: Tensor, first: Tensor, known: Tensor, draw: Tensor | None = None
    ) -> tuple[list[Tensor], list[Tensor]]:
        """After each layer that reads pieces ``[B, S, hidden]``; of the sentence's beginning and its words
        ``[B, 1 + W, hidden]``, joined, and after each further layer.

        :param draw: as :class:`Known` takes it.
        """
        layers = list(self.bert.encoder.layer)
        hidden = self.bert.embeddings(input_ids=ids)
        blocked = blocking(ids != PAD, hidden)
        pieces = []
        for layer in layers[: self.shape.piece_layers]:
            hidden = layer(hidden, blocked)
            pieces.append(hidden)
        words = [self.known(joined(hidden, ids, first), known, draw)]
        blocked = blocking(present(first), words[0])
        for layer in layers[self.shape.piece_layers :]:
            words.append(layer(words[-1], blocked))
        return pieces, words

    def _arcs(self, words: Tensor, governors: Tensor, first: Tensor) -> Tensor:
        word = self.drop(nn.functional.gelu(self.arc_word(words)))
        head = self.drop(nn.functional.gelu(self.arc_head(governors)))
        scores = self.arc(word) @ head.transpose(1, 2) + self.arc_prior(head).transpose(1, 2)
        return scores - 1e4 * (~present(first)).unsqueeze(1).to(scores.dtype)

    def _relations(self, words: Tensor, governors: Tensor) -> Tensor:
        word = self.drop(nn.functional.gelu(self.relation_word(words)))
        head = self.drop(nn.functional.gelu(self.relation_head(governors)))
        bilinear = self.relation(word).unflatten(-1, (len(self.shape.relations), self.shape.relation))
        scores: Tensor = (bilinear @ head.unsqueeze(-1)).squeeze(-1)
        return scores + self.relation_word_prior(word) + self.relation_head_prior(head)


def blocking(present: Tensor, states: Tensor) -> Tensor:
    """``[B, 1, 1, S]``: what is added to the attention that the places get."""
    return (1.0 - present.to(states.dtype))[:, None, None, :] * torch.finfo(torch.bfloat16).min


def present(first: Tensor) -> Tensor:
    """``[B, 1 + W]``: where the sentence's beginning and its words are, and no padding."""
    return nn.functional.pad(first != 0, (1, 0), value=True)


def joined(hidden: Tensor, ids: Tensor, first: Tensor) -> Tensor:
    """``[B, 1 + W, hidden]``: the sentence's beginning, and of each word the mean of its pieces; 0 for padding."""
    opening = torch.zeros_like(ids).scatter_(1, first, 1)
    opening[:, 0] = 0
    end = (ids != PAD).sum(1, keepdim=True) - 1
    nowhere = first.shape[1] + 1
    word = opening.cumsum(1).masked_fill(torch.arange(ids.shape[1]) >= end.clamp(min=1), nowhere)
    member = nn.functional.one_hot(word, nowhere + 1)[..., :-1].to(hidden.dtype).transpose(1, 2)
    return (member @ hidden) / member.sum(-1, keepdim=True).clamp(min=1)


def _resize(layer: Any, heads: int, inner: int, shape: Shape) -> None:
    """A layer with so many attention heads and units; the library's own has as many heads as fill the states."""
    width = heads * shape.head_size
    own = layer.attention.self
    own.num_attention_heads, own.attention_head_size, own.all_head_size = heads, shape.head_size, width
    own.scaling = shape.head_size**-0.5
    own.query, own.key, own.value = (nn.Linear(shape.hidden, width) for _ in range(3))
    layer.attention.output.dense = nn.Linear(width, shape.hidden)
    layer.intermediate.dense = nn.Linear(shape.hidden, inner)
    layer.output.dense = nn.Linear(inner, shape.hidden)


def bert_config(shape: Shape, inner: int) -> BertConfig:
    return BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=len(shape.layers),
        num_attention_heads=shape.hidden // shape.head_size,
        intermediate_size=inner,
        max_position_embeddings=shape.positions,
        layer_norm_eps=shape.eps,
        hidden_dropout_prob=shape.dropout,
        attention_probs_dropout_prob=0.0,  # drawing its masks costs a seventh of a step
        pad_token_id=PAD,
        attn_implementation="eager",  # twice as fast on a processor, back and forth, as the fused one
    )


def encoder_state(tensors: dict[str, Any], layers: tuple[int, ...]) -> dict[str, Tensor]:
    """A ``BertModel``'s state with those of its layers alone, renumbered."""
    kept = {f"encoder.layer.{old}.": f"encoder.layer.{new}." for new, old in enumerate(layers)}
    state = {}
    for name, values in tensors.items():
        tensor = torch.as_tensor(values)
        if not name.startswith("encoder.layer."):
            state[name] = tensor
            continue
        prefix = ".".join(name.split(".")[:3]) + "."
        if prefix in kept:
            state[kept[prefix] + name.removeprefix(prefix)] = tensor
    return state

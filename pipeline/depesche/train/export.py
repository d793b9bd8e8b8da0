"""The trained network as two ONNX graphs in 8-bit integers, written operator by operator.

Written by hand for three reasons. Weights *and* word vectors are stored in 8 bits, so the files are small. Every input
of a matrix product is quantised with a scale measured beforehand, never with one computed from the batch at hand: the
same sentence has the same result in any company. And attention, normalisation and activation are the fused operators
of onnxruntime, which are twice as fast where no sentence is padded.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, load, numpy_helper, save
from torch import Tensor, nn

from depesche.errors import ModelError
from depesche.models import CONFIG, PIECES, WORDS
from depesche.train.loop import Sentence
from depesche.train.network import Network, Shape

FUSED = "com.microsoft"
EMBEDDINGS = "bert.embeddings.word_embeddings.weight"
VECTORS, MARKS, ROWS = "known.vectors.weight", "known.marks.weight", "known.rows"
SCALE = ".scale"  # behind the name of weights in 8 bits
SOME = 32  # sentences whose largest and smallest values are looked for together
WEIGHT_STEPS = 63  # 7 bits: processors without VNNI add two products in 16 bits, and 8-bit weights would overflow there
Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Range:
    """What a matrix product's input was seen to hold."""

    low: float
    high: float

    @property
    def scale(self) -> float:
        return max(self.high - self.low, 1e-6) / 255

    @property
    def zero(self) -> int:
        return int(np.clip(round(-self.low / self.scale), 0, 255))


def calibrate(network: Network, sentences: Sequence[Sentence], clip: float = 0.99999) -> dict[str, Range]:
    """The range of every linear layer's input on real sentences, by the layer's name.

    :param clip: the share of values inside; the few beyond it are cut off, which leaves finer steps for the rest.
    """
    seen: dict[str, list[Tensor]] = defaultdict(list)
    found: dict[str, list[Tensor]] = defaultdict(list)
    bounds = torch.tensor([1 - clip, clip])
    hooks = [
        module.register_forward_pre_hook(
            # whole rows: a few columns hold the largest values
            lambda _, inputs, name=name: seen[name].append(inputs[0].detach().float().flatten(0, -2)[::2].flatten())
        )
        for name, module in network.named_modules()
        if isinstance(module, nn.Linear)
    ]
    with torch.no_grad():
        for start in range(0, len(sentences), SOME):
            for sentence in sentences[start : start + SOME]:  # one by one: padding is not what they will see
                network(*(torch.tensor([part]) for part in (sentence.pieces, sentence.first, sentence.known)))
            for name, values in seen.items():
                found[name].append(torch.quantile(torch.cat(values), bounds))
            seen.clear()
    for hook in hooks:
        hook.remove()
    means = {name: torch.stack(several).mean(0).tolist() for name, several in found.items()}
    return {name: Range(min(low, 0.0), max(high, 0.0)) for name, (low, high) in means.items()}


def export(network: Network, ranges: Mapping[str, Range], folder: Path) -> None:
    """Write both graphs; neither is ever given padding, which needs no masks and wastes nothing.

    ``pieces.onnx`` from ``ids [B, S]``, int64, to ``states [B, S, hidden]``, before a word's pieces are joined.
    ``words.onnx`` from ``states [B, 1 + W, hidden]``, the sentence's beginning and its words, and ``known [B, 1 + W]``,
    int64, their rows in the lexicon, to what :class:`~depesche.train.network.Output` has, the relations those to each
    word's best head; and ``words``, each word as two thirds of all layers leave it.
    """
    shape = network.shape
    pieces, words = _built(shape, {k: v.detach().float().numpy() for k, v in network.state_dict().items()}, ranges)
    _save(pieces, folder / PIECES, [("ids", TensorProto.INT64, ["B", "S"])], [("states", ["B", "S", shape.hidden])])
    outputs = [("entity", ["B", "W", len(shape.tags)]), ("pos", ["B", "W", len(shape.pos)]),
               ("arc", ["B", "W", "W1"]), ("relation", ["B", "W", len(shape.relations)]),
               ("vector", ["B", shape.hidden]), ("words", ["B", "W", shape.hidden])]  # fmt: skip
    inputs = [("states", TensorProto.FLOAT, ["B", "W1", shape.hidden]), ("known", TensorProto.INT64, ["B", "W1"])]
    _save(words, folder / WORDS, inputs, outputs)


def export_triggers(network: nn.Sequential, vectors: Tensor, scale: float, file: Path) -> None:
    """What finds triggers: from ``words [n, hidden]``, as the other graph leaves them, to ``chances [n, classes]``.

    :param network: two linear layers with a rectifier between them. :param vectors: of length 1, by which the ranges
        are measured. :param scale: by which vectors of length 1 were multiplied in training.
    """
    linear = {f"triggers.{i}": layer for i, layer in enumerate(m for m in network if isinstance(m, nn.Linear))}
    with torch.no_grad():
        inside = torch.relu(linear["triggers.0"](vectors * scale))
    ranges = {name: _range(values) for name, values in zip(linear, (vectors * scale, inside), strict=True)}
    weights = {f"{name}.{part}": values.detach().float().numpy()
               for name, layer in linear.items() for part, values in layer.named_parameters()}  # fmt: skip
    graph = _Graph(weights, ranges)
    scaled = graph.add("Mul", graph.add("LpNormalization", "words", axis=-1, p=2), graph.constant(np.float32(scale)))
    hidden = graph.add("Relu", graph.linear(scaled, "triggers.0"))
    graph.add("Softmax", graph.linear(hidden, "triggers.1"), axis=-1, output="chances")
    inputs = [("words", TensorProto.FLOAT, ["n", vectors.shape[1]])]
    _save(graph, file, inputs, [("chances", ["n", linear["triggers.1"].out_features])])


def _range(values: Tensor, clip: float = 0.9999) -> Range:
    flat = np.sort(values.numpy(), axis=None)
    last = len(flat) - 1
    return Range(min(float(flat[round((1 - clip) * last)]), 0.0), max(float(flat[round(clip * last)]), 0.0))


def _save(graph: _Graph, file: Path, inputs: Sequence[Any], outputs: Sequence[Any]) -> None:
    made = helper.make_graph(
        graph.nodes,
        "depesche",
        [helper.make_tensor_value_info(*spec) for spec in inputs],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, dims) for name, dims in outputs],
        graph.constants,
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
    save(helper.make_model(made, opset_imports=opsets, ir_version=8, producer_name="depesche"), file)


def restore(folder: Path) -> Network:
    """The network that a model's graphs were written from, as near as their 8 bits tell: to train it further.

    :raises ModelError: a file cannot be read, or another version of this program wrote it.
    """
    try:
        config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        graphs = [load(str(folder / name)).graph for name in (PIECES, WORDS)]
    except Exception as error:  # the library raises whatever its parser raises
        raise ModelError(f"{folder}: cannot be read as a model ({error})") from error
    stored = {one.name: numpy_helper.to_array(one) for graph in graphs for one in graph.initializer}
    state = {name: _plain(name, values, stored.get(name + SCALE)) for name, values in stored.items()
             if name.endswith((".weight", ".bias", ROWS))}  # fmt: skip
    attributes = {a.name: helper.get_attribute_value(a) for g in graphs for n in g.node for a in n.attribute}
    below, above = ([a.i for n in graph.node for a in n.attribute if a.name == "num_heads"] for graph in graphs)
    try:
        words = state[EMBEDDINGS]
        state["bert.embeddings.token_type_embeddings.weight"] = np.zeros((2, words.shape[1]), np.float32)
        heads = (*below, *above)
        inner = (len(state[f"bert.encoder.layer.{i}.intermediate.dense.bias"]) for i in range(len(heads)))
        network = Network(Shape(
            len(words), tuple(range(len(heads))), heads, tuple(inner), tuple(config["tags"]), tuple(config["pos"]),
            tuple(config["relations"]), piece_layers=len(below), hidden=words.shape[1],
            head_size=len(state["bert.encoder.layer.0.attention.self.query.bias"]) // heads[0],
            eps=attributes["epsilon"], positions=len(state["bert.embeddings.position_embeddings.weight"]),
            arc=len(state["arc.bias"]), relation=len(state["relation_word.bias"]),
            words=len(state[MARKS]) - 1, marks=state[MARKS].shape[1],
            word_vectors=len(state[VECTORS]) - 1, word_width=state[VECTORS].shape[1],
        ))  # fmt: skip
        network.load_state_dict({name: torch.from_numpy(values) for name, values in state.items()})
    except (KeyError, TypeError, RuntimeError) as error:
        raise ModelError(
            f"{folder}: written by another version of depesche; train it from its recipe ({error})"
        ) from error
    network.eval()
    return network


def _plain(name: str, values: Array, scale: Array | None) -> Array:
    found = values.astype(np.float32) if scale is None else values.astype(np.float32) * scale
    return np.ascontiguousarray(found if scale is None or name in (EMBEDDINGS, VECTORS, MARKS) else found.T)


def _built(shape: Shape, weights: Mapping[str, Array], ranges: Mapping[str, Range]) -> tuple[_Graph, _Graph]:
    """The graph over pieces and the graph over words."""
    pieces, words = _Graph(weights, ranges), _Graph(weights, ranges)
    hidden = _embeddings(pieces, shape.eps, output=None if shape.piece_layers else "states")
    for i in range(shape.piece_layers):
        last = i + 1 == shape.piece_layers
        hidden = _layer(pieces, hidden, i, shape, output="states" if last else None)
    hidden = _known(words, "states")
    means = [words.add("ReduceMean", hidden, axes=[1], keepdims=0)]
    for i in range(shape.piece_layers, len(shape.layers)):
        hidden = _layer(words, hidden, i, shape)
        if i + 1 == max(shape.piece_layers + 1, -(-len(shape.layers) * 2 // 3)):  # further up they are less alike
            _without_first(words, hidden, output="words")
        means.append(words.add("ReduceMean", hidden, axes=[1], keepdims=0))
    words.linear(words.add("Concat", *means, axis=1), "vector", output="vector")
    _heads(words, hidden, shape)
    return pieces, words


# --------------------------------------------------------------------------------------------------------------- graph


@dataclass
class _Graph:
    weights: Mapping[str, Array]
    ranges: Mapping[str, Range]
    nodes: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)

    def constant(self, values: Array | np.generic, name: str | None = None) -> str:
        """:param name: of weights, by which :func:`restore` finds them."""
        name = name or f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(values, order="C"), name))
        return name

    def add(self, operator: str, *inputs: str, domain: str = "", output: str | None = None, **attributes: Any) -> str:
        name = output or f"t{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [name], domain=domain, **attributes))
        return name

    def quantised(self, values: str, layer: str) -> tuple[str, str, str]:
        """The values in 8 bits, their scale and their zero."""
        scale = self.constant(np.float32(self.ranges[layer].scale))
        zero = self.constant(np.uint8(self.ranges[layer].zero))
        return self.add("QuantizeLinear", values, scale, zero), scale, zero

    def matrix(self, layer: str) -> tuple[str, str]:
        """The weights of a layer as ``[in, out]`` in 8 bits, and a scale for each column."""
        weights = self.weights[f"{layer}.weight"].T
        scale = np.maximum(np.abs(weights).max(0), 1e-8) / WEIGHT_STEPS
        name = f"{layer}.weight"
        return (self.constant(np.rint(weights / scale).astype(np.int8), name),
                self.constant(scale.astype(np.float32), name + SCALE))  # fmt: skip

    def plain(self, name: str) -> str:
        """Weights that are stored as they are."""
        return self.constant(self.weights[name], name)

    def linear(self, values: str, layer: str, output: str | None = None) -> str:
        quantised, scale, zero = self.quantised(values, layer)
        weights, steps = self.matrix(layer)
        inputs = [quantised, weights, scale, steps, zero]
        if f"{layer}.bias" in self.weights:
            inputs += ["", self.plain(f"{layer}.bias")]
        return self.add("MatMulIntegerToFloat", *inputs, domain=FUSED, output=output)

    def table(self, name: str, rows: str) -> str:
        """Rows of a table of which each column is kept in 8 bits."""
        values = self.weights[name]
        scale = np.maximum(np.abs(values).max(0), 1e-8) / 127
        found = self.add("Gather", self.constant(np.rint(values / scale).astype(np.int8), name), rows)
        steps = self.constant(scale.astype(np.float32), name + SCALE)
        return self.add("Mul", self.add("Cast", found, to=TensorProto.FLOAT), steps)

    def ints(self, *values: int) -> str:
        return self.constant(np.array(values, dtype=np.int64))


def _embeddings(graph: _Graph, eps: float, output: str | None = None) -> str:
    words = graph.weights[EMBEDDINGS]
    scale = np.maximum(np.abs(words).max(1, keepdims=True), 1e-8) / 127
    rows = graph.add("Gather", graph.constant(np.rint(words / scale).astype(np.int8), EMBEDDINGS), "ids")
    steps = graph.add("Gather", graph.constant(scale.astype(np.float32), EMBEDDINGS + SCALE), "ids")
    found = graph.add("Mul", graph.add("Cast", rows, to=TensorProto.FLOAT), steps)
    name = "bert.embeddings.position_embeddings.weight"
    positions = graph.weights[name] + graph.weights["bert.embeddings.token_type_embeddings.weight"][0]
    width = graph.add("Gather", graph.add("Shape", "ids"), graph.ints(1))
    places = graph.add("Slice", graph.constant(positions, name), graph.ints(0), width, graph.ints(0))
    summed = graph.add("Add", found, places)
    return graph.add("LayerNormalization", summed, *_norm(graph, "bert.embeddings"), output=output, epsilon=eps)


def _known(graph: _Graph, states: str) -> str:
    """The states and what the lexicon has of their words."""
    rows = graph.add("Gather", graph.constant(graph.weights[ROWS].astype(np.int32), ROWS), "known")
    found = graph.add("Concat", graph.table(VECTORS, rows), graph.table(MARKS, "known"), axis=2)
    return graph.add("Add", states, graph.linear(found, "known.add"))


def _norm(graph: _Graph, layer: str) -> list[str]:
    return [graph.plain(f"{layer}.LayerNorm.{part}") for part in ("weight", "bias")]


def _layer(graph: _Graph, hidden: str, i: int, shape: Shape, output: str | None = None) -> str:
    name = f"bert.encoder.layer.{i}"
    attended = _attention(graph, hidden, f"{name}.attention.self", shape.attention_heads[i])
    joined = graph.linear(attended, f"{name}.attention.output.dense")
    hidden = _normalised(graph, hidden, joined, f"{name}.attention.output", shape.eps)
    inner = graph.add("Gelu", graph.linear(hidden, f"{name}.intermediate.dense"), domain=FUSED)
    return _normalised(graph, hidden, graph.linear(inner, f"{name}.output.dense"), f"{name}.output", shape.eps, output)


def _normalised(graph: _Graph, hidden: str, change: str, name: str, eps: float, output: str | None = None) -> str:
    summed = graph.add("Add", hidden, change)
    return graph.add("LayerNormalization", summed, *_norm(graph, name), output=output, epsilon=eps)


def _attention(graph: _Graph, hidden: str, name: str, heads: int) -> str:
    quantised, scale, zero = graph.quantised(hidden, f"{name}.query")
    query, key, value = (
        graph.add(
            "MatMulIntegerToFloat", quantised, matrix, scale, steps, zero, "", graph.plain(f"{layer}.bias"),
            domain=FUSED,
        )
        for layer in (f"{name}.query", f"{name}.key", f"{name}.value")
        for matrix, steps in (graph.matrix(layer),)
    )
    return graph.add("MultiHeadAttention", query, key, value, domain=FUSED, num_heads=heads)


def _heads(graph: _Graph, hidden: str, shape: Shape) -> None:
    words = _without_first(graph, hidden)
    for name in ("entity", "pos"):
        graph.linear(words, name, output=name)

    def active(name: str, values: str) -> str:
        return graph.add("Gelu", graph.linear(values, name), domain=FUSED)

    word, head = active("arc_word", words), active("arc_head", hidden)
    turned = graph.add("Transpose", head, perm=[0, 2, 1])
    scores = graph.add("MatMul", graph.linear(word, "arc"), turned)
    prior = graph.add("Transpose", graph.linear(head, "arc_prior"), perm=[0, 2, 1])
    graph.add("Add", scores, prior, output="arc")

    best = graph.add("ArgMax", "arc", axis=2, keepdims=0)
    pairs = graph.add("Unsqueeze", best, graph.ints(2))
    chosen = graph.add("GatherND", active("relation_head", hidden), pairs, batch_dims=1)
    word = active("relation_word", words)
    sizes = graph.constant(np.array([0, 0, len(shape.relations), shape.relation], dtype=np.int64))
    bilinear = graph.add("Reshape", graph.linear(word, "relation"), sizes)
    scored = graph.add("MatMul", bilinear, graph.add("Unsqueeze", chosen, graph.ints(3)))
    scored = graph.add("Squeeze", scored, graph.ints(3))
    scored = graph.add("Add", scored, graph.linear(word, "relation_word_prior"))
    graph.add("Add", scored, graph.linear(chosen, "relation_head_prior"), output="relation")


def _without_first(graph: _Graph, hidden: str, output: str | None = None) -> str:
    """The words, without the sentence's beginning."""
    end = graph.ints(np.iinfo(np.int32).max)
    return graph.add("Slice", hidden, graph.ints(1), end, graph.ints(1), output=output)

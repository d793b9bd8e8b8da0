"""The trained network as an ONNX graph in 8-bit integers, written operator by operator.

Written by hand for three reasons. Weights *and* word vectors are stored in 8 bits, so the file is small. Every input of
a matrix product is quantised with a scale measured beforehand, never with one computed from the batch at hand: the
same sentence has the same result in any company. And attention, normalisation and activation are the fused operators
of onnxruntime, which are twice as fast where no sentence is padded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, load, numpy_helper, save
from torch import Tensor, nn

from depesche.errors import ModelError
from depesche.train.loop import Batch
from depesche.train.network import Network, Shape

FUSED = "com.microsoft"
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


def calibrate(network: Network, batches: Iterable[Batch], clip: float = 0.9999) -> dict[str, Range]:
    """The range of every linear layer's input on real sentences, by the layer's name.

    :param clip: the share of values inside; the few beyond it are cut off, which leaves finer steps for the rest.
    """
    seen: dict[str, list[tuple[float, float]]] = {}

    def note(name: str, inputs: tuple[Tensor, ...]) -> None:
        values = inputs[0].detach().float().flatten()
        values = values[:: max(1, len(values) // 100_000)]
        low, high = torch.quantile(values, torch.tensor([1 - clip, clip])).tolist()
        seen.setdefault(name, []).append((min(low, 0.0), max(high, 0.0)))

    hooks = [
        module.register_forward_pre_hook(lambda _, inputs, name=name: note(name, inputs))
        for name, module in network.named_modules()
        if isinstance(module, nn.Linear)
    ]
    with torch.no_grad():
        for item in batches:
            network(item.ids, item.first)
    for hook in hooks:
        hook.remove()
    return {
        name: Range(float(np.mean([low for low, _ in found])), float(np.mean([high for _, high in found])))
        for name, found in seen.items()
    }


def export(network: Network, ranges: Mapping[str, Range], file: Path) -> None:
    """Write the graph.

    Inputs ``ids [B, S]`` (never padded: that needs no masks and wastes nothing) and ``first [B, W]`` (0 for padding),
    both int64. Outputs as in :class:`~depesche.train.network.Output`, the relations those to each word's best head;
    and ``words``, each word's first piece as two thirds of the layers leave it.
    """
    shape = network.shape
    graph = _built(shape, {k: v.detach().float().numpy() for k, v in network.state_dict().items()}, ranges)
    inputs = [("ids", TensorProto.INT64, ["B", "S"]), ("first", TensorProto.INT64, ["B", "W"])]
    outputs = [("entity", ["B", "W", len(shape.tags)]), ("pos", ["B", "W", len(shape.pos)]),
               ("arc", ["B", "W", "W1"]), ("relation", ["B", "W", len(shape.relations)]),
               ("vector", ["B", shape.hidden]), ("words", ["B", "W", shape.hidden])]  # fmt: skip
    made = helper.make_graph(
        graph.nodes,
        "depesche",
        [helper.make_tensor_value_info(*spec) for spec in inputs],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, dims) for name, dims in outputs],
        graph.constants,
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
    save(helper.make_model(made, opset_imports=opsets, ir_version=8, producer_name="depesche"), file)


def restore(file: Path, tags: Sequence[str], pos: Sequence[str], relations: Sequence[str], layers: int) -> Network:
    """The network that a graph was written from, as near as its 8 bits tell: to train it further.

    Which constant holds which weights is told by writing the graph of a network of that many layers once more.

    :raises ModelError: the file cannot be read, or another version of this program wrote it.
    """
    try:
        graph = load(str(file)).graph
    except Exception as error:  # the library raises whatever its parser raises
        raise ModelError(f"{file}: cannot be read as a model ({error})") from error
    small = Shape(8, tuple(range(layers)), tuple(tags), tuple(pos), tuple(relations), hidden=12, inner=4, positions=4,
                  attention_heads=1, head_size=12)  # fmt: skip
    pattern = Network(small).state_dict()
    ranges: defaultdict[str, Range] = defaultdict(lambda: Range(0.0, 1.0))
    stored = _built(small, {name: values.numpy() for name, values in pattern.items()}, ranges)
    constants = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    theirs, places = _by_operator(graph.node), _places(stored.nodes)
    state: dict[str, Array] = {}
    try:
        for name, parts in stored.stored.items():
            values, *scale = (constants[theirs[op][i].input[at]] for op, i, at in map(places.__getitem__, parts))
            found = values.astype(np.float32) * scale[0] if scale else values.astype(np.float32)
            state[name] = np.ascontiguousarray(found.T if scale and "word_embeddings" not in name else found)
    except (KeyError, IndexError) as error:
        raise ModelError(f"{file}: written by another version of depesche; train it from its recipe") from error
    words = state["bert.embeddings.word_embeddings.weight"]
    state["bert.embeddings.token_type_embeddings.weight"] = np.zeros((2, words.shape[1]), np.float32)  # in positions
    attributes = {a.name: helper.get_attribute_value(a) for n in graph.node for a in n.attribute}
    heads = attributes["num_heads"]
    network = Network(replace(
        small, vocabulary=len(words), hidden=words.shape[1], attention_heads=heads,
        head_size=len(state["bert.encoder.layer.0.attention.self.query.bias"]) // heads,
        inner=len(state["bert.encoder.layer.0.intermediate.dense.bias"]), eps=attributes["epsilon"],
        positions=len(state["bert.embeddings.position_embeddings.weight"]), arc=len(state["arc.bias"]),
        relation=len(state["relation_word.bias"]),
    ))  # fmt: skip
    try:
        network.load_state_dict({name: torch.from_numpy(values) for name, values in state.items()})
    except RuntimeError as error:
        raise ModelError(f"{file}: does not have the weights of a model of ours: {error}") from error
    network.eval()
    return network


def _by_operator(nodes: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for node in nodes:
        found[node.op_type].append(node)
    return found


def _places(nodes: Iterable[Any]) -> dict[str, tuple[str, int, int]]:
    """Where each value is used first: the operator, which one of its kind, which input."""
    places: dict[str, tuple[str, int, int]] = {}
    for operator, some in _by_operator(nodes).items():
        for i, node in enumerate(some):
            for at, value in enumerate(node.input):
                places.setdefault(value, (operator, i, at))
    return places


def _built(shape: Shape, weights: Mapping[str, Array], ranges: Mapping[str, Range]) -> _Graph:
    graph = _Graph(weights, ranges)
    hidden = _embeddings(graph, shape.eps)
    means = [graph.add("ReduceMean", hidden, axes=[1], keepdims=0)]
    for i in range(len(shape.layers)):
        hidden = _layer(graph, hidden, f"bert.encoder.layer.{i}", shape.attention_heads, shape.eps)
        if i + 1 == max(1, len(shape.layers) * 2 // 3):  # further up, words that mean the same are less alike
            _rows(graph, hidden, "first", output="words")
        means.append(graph.add("ReduceMean", hidden, axes=[1], keepdims=0))
    graph.linear(graph.add("Concat", *means, axis=1), "vector", output="vector")
    _heads(graph, hidden, len(shape.relations), shape.relation)
    return graph


# --------------------------------------------------------------------------------------------------------------- graph


@dataclass
class _Graph:
    weights: Mapping[str, Array]
    ranges: Mapping[str, Range]
    nodes: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)
    stored: dict[str, tuple[str, ...]] = field(default_factory=dict)  # weights by name: values and scale, or values

    def constant(self, values: Array | np.generic) -> str:
        name = f"c{len(self.constants)}"
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
        names = self.constant(np.rint(weights / scale).astype(np.int8)), self.constant(scale.astype(np.float32))
        self.stored[f"{layer}.weight"] = names
        return names

    def plain(self, name: str) -> str:
        """Weights that are stored as they are."""
        self.stored[name] = (self.constant(self.weights[name]),)
        return self.stored[name][0]

    def linear(self, values: str, layer: str, output: str | None = None) -> str:
        quantised, scale, zero = self.quantised(values, layer)
        weights, steps = self.matrix(layer)
        inputs = [quantised, weights, scale, steps, zero, "", self.plain(f"{layer}.bias")]
        return self.add("MatMulIntegerToFloat", *inputs, domain=FUSED, output=output)

    def ints(self, *values: int) -> str:
        return self.constant(np.array(values, dtype=np.int64))


def _embeddings(graph: _Graph, eps: float) -> str:
    words = graph.weights["bert.embeddings.word_embeddings.weight"]
    scale = np.maximum(np.abs(words).max(1, keepdims=True), 1e-8) / 127
    names = graph.constant(np.rint(words / scale).astype(np.int8)), graph.constant(scale.astype(np.float32))
    graph.stored["bert.embeddings.word_embeddings.weight"] = names
    rows, steps = (graph.add("Gather", name, "ids") for name in names)
    found = graph.add("Mul", graph.add("Cast", rows, to=TensorProto.FLOAT), steps)
    positions = graph.weights["bert.embeddings.position_embeddings.weight"]
    positions = positions + graph.weights["bert.embeddings.token_type_embeddings.weight"][0]
    width = graph.add("Gather", graph.add("Shape", "ids"), graph.ints(1))
    table = graph.constant(positions)
    graph.stored["bert.embeddings.position_embeddings.weight"] = (table,)
    places = graph.add("Slice", table, graph.ints(0), width, graph.ints(0))
    summed = graph.add("Add", found, places)
    return graph.add("LayerNormalization", summed, *_norm(graph, "bert.embeddings"), epsilon=eps)


def _norm(graph: _Graph, layer: str) -> list[str]:
    return [graph.plain(f"{layer}.LayerNorm.{part}") for part in ("weight", "bias")]


def _layer(graph: _Graph, hidden: str, name: str, heads: int, eps: float) -> str:
    attended = _attention(graph, hidden, f"{name}.attention.self", heads)
    joined = graph.linear(attended, f"{name}.attention.output.dense")
    hidden = _normalised(graph, hidden, joined, f"{name}.attention.output", eps)
    active = graph.add("Gelu", graph.linear(hidden, f"{name}.intermediate.dense"), domain=FUSED)
    return _normalised(graph, hidden, graph.linear(active, f"{name}.output.dense"), f"{name}.output", eps)


def _normalised(graph: _Graph, hidden: str, change: str, name: str, eps: float) -> str:
    return graph.add("LayerNormalization", graph.add("Add", hidden, change), *_norm(graph, name), epsilon=eps)


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


def _heads(graph: _Graph, hidden: str, relations: int, width: int) -> None:
    root = graph.add("Slice", hidden, graph.ints(0), graph.ints(1), graph.ints(1))
    words = _rows(graph, hidden, "first")
    for name in ("entity", "pos"):
        graph.linear(words, name, output=name)
    governors = graph.add("Concat", root, words, axis=1)

    def gelu(name: str, values: str) -> str:
        return graph.add("Gelu", graph.linear(values, name), domain=FUSED)

    word, head = gelu("arc_word", words), gelu("arc_head", governors)
    turned = graph.add("Transpose", head, perm=[0, 2, 1])
    scores = graph.add("MatMul", graph.linear(word, "arc"), turned)
    prior = graph.add("Transpose", graph.linear(head, "arc_prior"), perm=[0, 2, 1])
    absent = graph.add("Cast", graph.add("Equal", "first", graph.ints(0)), to=TensorProto.FLOAT)
    absent = graph.add("Pad", absent, graph.ints(0, 1, 0, 0))
    absent = graph.add("Unsqueeze", graph.add("Mul", absent, graph.constant(np.float32(-1e4))), graph.ints(1))
    graph.add("Add", graph.add("Add", scores, prior), absent, output="arc")

    best = graph.add("ArgMax", "arc", axis=2, keepdims=0)
    chosen = _rows(graph, gelu("relation_head", governors), best)
    word = gelu("relation_word", words)
    shape = graph.constant(np.array([0, 0, relations, width], dtype=np.int64))
    bilinear = graph.add("Reshape", graph.linear(word, "relation"), shape)
    scored = graph.add("MatMul", bilinear, graph.add("Unsqueeze", chosen, graph.ints(3)))
    scored = graph.add("Squeeze", scored, graph.ints(3))
    scored = graph.add("Add", scored, graph.linear(word, "relation_word_prior"))
    graph.add("Add", scored, graph.linear(chosen, "relation_head_prior"), output="relation")


def _rows(graph: _Graph, values: str, places: str, output: str | None = None) -> str:
    """``values[b, places[b, w]]`` for every sentence and word."""
    pairs = graph.add("Unsqueeze", places, graph.ints(2))
    return graph.add("GatherND", values, pairs, output=output, batch_dims=1)

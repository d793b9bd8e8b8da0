"""Any token-classification checkpoint of Hugging Face in the place of the encoder's names (extra ``train``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from depesche import models
from depesche.encoder import Encoder, Name, Reading, SideBySide, Words
from depesche.errors import MissingExtraError, ModelError

LONGEST = 512  # pieces of a window, where the checkpoint sets no lower limit
SHARED = 32  # pieces that neighbouring windows share
TOGETHER = 16  # windows read at once
OURS = {
    ours: frozenset(theirs.split())
    for ours, theirs in {
        "PERSON": "PER PERS PERSON",
        "ORG": "ORG ORGANIZATION ORGANISATION CORPORATION",
        "LOC": "LOC LOCATION FAC FACILITY",
        "GPE": "GPE",
        "NORP": "NORP LOCDERIV",
        "LAW": "LAW",
        "PRODUCT": "PRODUCT PROD",
        "EVENT": "EVENT EVE",
        "MISC": "MISC OTH OTHER WORK WORK_OF_ART",
    }.items()
}


class Checkpoint:
    """Reads as :class:`~depesche.encoder.Encoder` does, the names being those of a checkpoint.

    :param encoder: reads all else.
    :raises ModelError: the checkpoint cannot be loaded, or knows no kind of name that we do.
    :raises MissingExtraError: torch or transformers is not installed.
    """

    def __init__(self, name: str, encoder: Encoder) -> None:
        config = models.checkpoint(name)
        try:
            import torch
            from transformers import AutoModelForTokenClassification, AutoTokenizer
        except ImportError as error:
            raise MissingExtraError("torch", "train") from error
        try:
            self._tokenizer = AutoTokenizer.from_pretrained(name)
            # safetensors alone: other weights are pickles, and unpickling runs what is in them
            self._model = AutoModelForTokenClassification.from_pretrained(name, use_safetensors=True).eval()
        except Exception as error:  # the library raises whatever its loaders raise
            raise ModelError(f"{models.HUB}{name}: this checkpoint cannot be loaded: {error}") from error
        if not self._tokenizer.is_fast:
            raise ModelError(f"{models.HUB}{name}: its tokenizer does not say which piece belongs to which word")
        self.encoder = encoder
        self._torch = torch
        self._labels = [_split(config.id2label[i]) for i in range(len(config.id2label))]
        if not any(label for _, label in self._labels):
            raise ModelError(
                f"{models.HUB}{name}: none of its labels ({', '.join(config.id2label.values())}) is a kind of name; "
                "is it a model for named entities?"
            )
        limit = getattr(config, "max_position_embeddings", LONGEST) - 2  # some count positions from 2
        self._longest = int(min(LONGEST, limit, self._tokenizer.model_max_length))

    def read(
        self, sentences: Sequence[Words], *, vectors: bool = True, by: SideBySide | None = None
    ) -> list[Reading]:
        """Readings in the order of the sentences. Long ones are read in overlapping windows."""
        readings = self.encoder.read(sentences, vectors=vectors, by=by)
        full = [i for i, words in enumerate(sentences) if words.texts]
        for i, scores in zip(full, self._scores([list(sentences[i].texts) for i in full]), strict=True):
            readings[i] = replace(readings[i], names=tuple(self._names(scores)))
        return readings

    def _scores(self, sentences: list[list[str]]) -> list[NDArray[np.float32]]:
        """For each sentence ``[words, labels]`` probabilities; all 0 for a word that has no piece."""
        found = [np.zeros((len(words), len(self._labels)), np.float32) for words in sentences]
        if not sentences:
            return found
        depth = [np.full(len(words), -1) for words in sentences]  # how far from its window's edge a word was read
        windows = self._tokenizer(
            sentences, is_split_into_words=True, truncation=True, max_length=self._longest,
            stride=min(SHARED, self._longest // 4), return_overflowing_tokens=True,
        )  # fmt: skip
        order = sorted(range(len(windows["input_ids"])), key=lambda i: len(windows["input_ids"][i]))
        for start in range(0, len(order), TOGETHER):
            chosen = order[start : start + TOGETHER]
            for row, probabilities in zip(chosen, self._run([windows["input_ids"][i] for i in chosen]), strict=True):
                sentence = windows["overflow_to_sample_mapping"][row]
                words = windows.word_ids(row)
                for at, word in enumerate(words):
                    opens = word is not None and (at == 0 or words[at - 1] != word)
                    edge = min(at, len(words) - at)
                    if opens and edge > depth[sentence][word]:
                        depth[sentence][word] = edge
                        found[sentence][word] = probabilities[at]
        return found

    def _run(self, ids: list[list[int]]) -> Any:
        batch = self._tokenizer.pad({"input_ids": ids}, return_tensors="pt")
        with self._torch.inference_mode():
            logits = self._model(input_ids=batch["input_ids"], attention_mask=batch["attention_mask"]).logits
        return logits.float().softmax(-1).numpy()

    def _names(self, scores: NDArray[np.float32]) -> Iterator[Name]:
        """Runs of one label, cut where a tag says that a name begins or ends. BIO, BIOES, BILOU or bare labels."""
        start, label = 0, ""
        best = scores.argmax(-1)
        for i in range(len(best) + 1):
            place, kind = self._labels[best[i]] if i < len(best) and scores[i].any() else ("", "")
            if label and (kind != label or place in ("B", "S", "U")):
                yield Name(start, i, label, float(scores[start:i].max(-1).mean()))
                label = ""
            if kind and not label:
                start, label = i, kind
            if label and place in ("E", "L", "S", "U"):
                yield Name(start, i + 1, label, float(scores[start : i + 1].max(-1).mean()))
                label = ""


def _split(tag: str) -> tuple[str, str]:
    """``B-PER`` is ("B", "PERSON"); a bare ``PER`` is inside; what is no name of ours is ("", "")."""
    place, dash, kind = tag.partition("-")
    if not dash or len(place) > 1:
        place, kind = "I", tag
    ours = next((label for label, theirs in OURS.items() if kind.upper() in theirs), "")
    return (place.upper(), ours) if ours else ("", "")

"""Which verbs and nouns are likely to say an event, and of which type: learned from annotated texts.

A small network over the encoder's vectors of words. It knows a word by what it means in its sentence, whether or not a
frame of ``events.yaml`` has it; the room of events asks the roles and the truth of what it proposes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import SessionOptions

Array = NDArray[Any]
TRIGGERS = "depesche_triggers"  # key in doc.user_data: token to event type and probability
NOTHING = 0  # the class of a word that says no event; type n of the list is class n + 1
AGAIN = 0.25  # share of its floor that a word needs in a text that has told of such an event already


class Finder:
    """A trained finder.

    :param file: a ``triggers.onnx``. :param floors: its event types, each with the probability under which a word says
        nothing.
    """

    def __init__(self, file: Path, floors: Mapping[str, float], options: SessionOptions) -> None:
        from onnxruntime import InferenceSession

        self.types = list(floors)
        self.floors = np.array([np.inf, *floors.values()], np.float32)
        self._session = InferenceSession(file, options, providers=["CPUExecutionProvider"])

    def __call__(self, words: Array) -> tuple[Array, Array]:
        """For ``[n, hidden]`` vectors of words ``[n]`` classes and their probabilities; one under :data:`AGAIN` of the
        floor of its class is :data:`NOTHING`.
        """
        if not len(words):
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        (chances,) = self._session.run(["chances"], {"words": words})
        best = chances[:, NOTHING + 1 :].argmax(-1) + NOTHING + 1
        found = np.take_along_axis(chances, best[:, None], -1)[:, 0]
        return np.where(found >= AGAIN * self.floors[best], best, NOTHING), found

"""Dates, entities and events as a spaCy component, for pipelines that have the encoder.

In any spaCy project, after ``depesche_encoder``::

    nlp.add_pipe("depesche_record")
    doc = nlp("BUPT was added to the Entity List in December 2020.")
    doc.spans["dates"], doc._.events
"""

from __future__ import annotations

from spacy.language import Language as Nlp
from spacy.tokens import Doc, Span

from depesche.annotate import Part
from depesche.components import Stateless
from depesche.records import Published, Record, stable_id
from depesche.run.document import filled

NAME = "depesche_record"
DATES = "dates"  # key in doc.spans


class RecordComponent(Stateless):
    """Sets ``doc._.record``, what ``depesche annotate`` writes of the text, read as one language; ``doc._.dates`` and
    ``doc._.events`` are its rows, and ``doc.spans["dates"]`` the dates as spans: the label is the type, ``kb_id_`` the
    TIMEX3 value, ``id_`` the EDTF value; both are empty where there is none.

    ``doc._.published`` is read: the EDTF value of the day on which the text was published.
    """

    def __init__(self, nlp: Nlp) -> None:
        self.lang = nlp.lang or ""
        if not Doc.has_extension("record"):
            Doc.set_extension("published", default=None)
            Doc.set_extension("record", default=None)
            Doc.set_extension("dates", getter=lambda doc: doc._.record.dates if doc._.record else ())
            Doc.set_extension("events", getter=lambda doc: doc._.record.events if doc._.record else ())

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text
        published = Published(doc._.published, "user") if doc._.published else Published()
        record = Record(stable_id(text), self.lang, 1.0, text, published=published)
        record = filled(record, [Part(self.lang, 0, text, doc)])
        doc._.record = record
        doc.spans[DATES] = [
            Span(doc, span.start, span.end, label=date.type, kb_id=date.timex or "", span_id=date.edtf or "")
            for date in record.dates
            if (span := doc.char_span(date.start, date.end, alignment_mode="expand"))
        ]
        return doc


@Nlp.factory(NAME, assigns=["doc._.record", "doc.spans"])
def make(nlp: Nlp, name: str) -> RecordComponent:
    """The factory, which spaCy finds through the package's entry point."""
    return RecordComponent(nlp)

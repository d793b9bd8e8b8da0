from __future__ import annotations

import pytest

from depesche.config import Settings
from depesche.run.compare import compare_files

FREE = (  # a translation that takes its liberties with the words, none with the facts
    ("Beste Freundin! Kaum war ich am 9. April in Zürich angelangt, da packte mich schon das Fieber. Doktor Amsler gab mir "
     "Chinin und nahm dafür 12 Franken. Am 14. April durfte ich wieder an die Luft. Der alte Hauser lässt dich grüßen, er "
     "ist jetzt 81 und so grob wie eh und je. Vor dem 20. Mai siehst du mich schwerlich in Bern."),
    ("My dear friend, hardly had I set foot in Zurich on April 9th when a fever laid me low. Dr Amsler dosed me with quinine "
     "at a cost of 12 francs, and it was April 14th before they would let me out of doors. Old Hauser, who is 81 by now and "
     "no more civil than he ever was, sends you his love. Do not count on seeing me in Bern before May 20th."),
)  # fmt: skip
OTHERWISE = (  # of the same people, in the same places
    FREE[0],
    ("Yesterday Hauser came to see me here in Zurich. He told me that Amsler had sold his practice and moved to Bern with "
     "his two sons. The house stands empty. I walked past it on April 30th and thought of our evenings in the garden. "
     "Nobody knows what he was paid for it."),
)  # fmt: skip

SHORT = (
    ("Frau Egger hat ihr Geschäft in Linz dem Neffen vermacht. Sie selber zog sich aufs Land zurück. Ihre 30 Katzen nahm sie "
     "alle mit. Wer sie kennt, den wundert das nicht."),
    ("Mrs Egger made over her shop in Linz to a nephew. As for herself, she withdrew to the country. All 30 cats went "
     "with her. It comes as no surprise to those who know her."),
)  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "kind"), [(FREE, "translation"), (SHORT, "translation"), (OTHERWISE, "same_story")]
)
def test_facts_that_agree_show_a_free_translation(texts, kind, tmp_path) -> None:
    for name, text in zip(("de", "en"), texts, strict=True):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    paths = [str(tmp_path / f"{name}.txt") for name in ("de", "en")]
    assert compare_files(*paths, Settings()).kind == kind
    assert compare_files(*reversed(paths), Settings()).kind == kind

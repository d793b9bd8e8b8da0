"""Training on a handful of sentences with a small base: it learns, resumes, exports and packages."""

from __future__ import annotations

import gzip
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training needs the extra `train`")
pytest.importorskip("transformers", reason="training needs the extra `train`")

import numpy as np
import torch

from depesche import models
from depesche.corpora import Example
from depesche.encoder import Encoder, Lexicon, Pieces, Words
from depesche.errors import ModelError
from depesche.train import lexicon, retrain, train
from depesche.train.base import Base, _blocks, cut
from depesche.train.loop import Coder, shuffled
from depesche.train.network import Network, Shape
from depesche.train.recipe import Recipe, coder


def shaped(layers: int, inner: int = 96) -> Shape:
    return Shape(
        vocabulary=8, layers=tuple(range(layers)), attention_heads=(12,) * layers, inner=(inner,) * layers, tags=("O",),
        pos=("X",), relations=("root",), piece_layers=1, hidden=48, head_size=4,
    )  # fmt: skip


WORDS = ["Maas", "kam", "nach", "Berlin", "Ross", "came", "to", "Paris", "."]
RECIPE = """
name = "tiny"
version = "1.0"
layers = [0, 1]
threads = 1
[schedule]
epochs = {epochs}
pieces = 64
rate = 1e-3
head_rate = 3e-3
warmup = 0.05
[[corpora]]
name = "germeval2014"
[[corpora]]
name = "ud_de_gsd"
[[dev]]
file = "entities/de_germeval2014_dev.jsonl.gz"
every = 2
[[dev]]
file = "treebanks/de_gsd-ud-dev.conllu.gz"
"""
TREE = "".join(
    f"{i}\t{word}\t{word}\t{pos}\t_\t_\t{head}\t{rel}\t_\t_\n"
    for i, (word, pos, head, rel) in enumerate(
        [("Maas", "PROPN", 2, "nsubj"), ("kam", "VERB", 0, "root"), ("nach", "ADP", 4, "case"),
         ("Berlin", "PROPN", 2, "obl"), (".", "PUNCT", 2, "punct")], 1)
)  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "entities").mkdir()
    (tmp_path / "treebanks").mkdir()
    lines = [
        {"tokens": ["Maas", "kam", "nach", "Berlin", "."], "tags": ["B-PER", "O", "O", "B-LOC", "O"]},
        {"tokens": ["Ross", "kam", "nach", "Paris", "."], "tags": ["B-PER", "O", "O", "B-LOC", "O"]},
    ]
    with gzip.open(tmp_path / "entities/de_germeval2014_dev.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(line | {"id": str(i), "lang": "de"}) + "\n" for i, line in enumerate(lines * 4))
    with gzip.open(tmp_path / "treebanks/de_gsd-ud-dev.conllu.gz", "wt", encoding="utf-8") as out:
        out.write((TREE + "\n") * 6)
    return tmp_path


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A work folder whose base is a small random encoder of the right layout."""
    from safetensors.numpy import save_file
    from transformers import BertConfig, BertModel

    torch.manual_seed(1)
    pieces = ["<s>", "<pad>", "</s>", "<unk>", *("▁" + word for word in WORDS), ".", "a", "▁"]
    config = BertConfig(vocab_size=len(pieces), hidden_size=48, num_hidden_layers=3, num_attention_heads=12,
                        intermediate_size=96, pad_token_id=1)  # fmt: skip
    state = BertModel(config, add_pooling_layer=False).state_dict()
    folder = tmp_path / "work" / "base"
    folder.mkdir(parents=True)
    save_file({k: v.numpy() for k, v in state.items()}, folder / "model.safetensors")
    vocab = [[piece, -1.0 - i] for i, piece in enumerate(pieces)]
    unused = ("truncation", "padding", "normalizer", "pre_tokenizer", "post_processor", "decoder")
    tokenizer = {"version": "1.0", "added_tokens": [], "model": {"type": "Unigram", "unk_id": 3, "vocab": vocab}}
    tokenizer |= dict.fromkeys(unused)
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    (folder / "base.json").write_text(json.dumps({"heads": 12, "eps": 1e-12}), encoding="utf-8")
    words = tmp_path / "work" / "lexicon"
    words.mkdir()
    vectors = {"berlin": np.ones(lexicon.WIDTH, np.float32), "paris": np.ones(lexicon.WIDTH, np.float32)}
    tables = lexicon._tables(["berlin", "paris", "ross"], vectors, {"ross": {"surname": 1.0}}, words / models.LEXICON)
    save_file(tables, words / "tables.safetensors")
    return tmp_path / "work"


def recipe(folder: Path, epochs: float) -> Path:
    path = folder / "tiny.toml"
    path.write_text(RECIPE.format(epochs=epochs), encoding="utf-8")
    return path


def test_it_learns_and_the_packaged_model_knows_it(data: Path, work: Path, tmp_path: Path) -> None:
    figures = train(recipe(tmp_path, 60), data, work, tmp_path / "model")
    assert figures["entities/de_germeval2014_dev.jsonl.gz --every 2"]["entities"]["all"]["f1"] > 0.9
    assert figures["treebanks/de_gsd-ud-dev.conllu.gz"]["syntax"]["las"] > 0.9
    (reading,) = Encoder(tmp_path / "model").read([Words(["Ross", "kam", "nach", "Berlin", "."], [True] * 5)])
    assert {(n.start, n.label) for n in reading.names} >= {(0, "PERSON")}
    card = (tmp_path / "model" / "README.md").read_text(encoding="utf-8")
    assert "CC BY 4.0" in card
    assert "LAS" in card
    sums = (tmp_path / "model" / "SHA256SUMS").read_text(encoding="utf-8")
    assert {line.split()[1] for line in sums.splitlines()} == {
        "config.json", "figures.json", "lexicon.marisa", "pieces.onnx", "tokenizer.json", "words.onnx",
    }  # fmt: skip


def test_a_pupil_learns_from_its_teacher(data: Path, work: Path, tmp_path: Path) -> None:
    from depesche.train.export import restore

    recipe(tmp_path, 40)
    texts = json.dumps({"lang": "de", "text": "Ross kam nach Berlin. Maas kam nach Paris."})
    (tmp_path / "texts.jsonl").write_text(texts + "\n", encoding="utf-8")
    pupil = tmp_path / "pupil.toml"
    pupil.write_text(
        'name = "pupil"\nlayers = [0]\ninner = 64\nattention = 6\nthreads = 1\nteacher = "tiny.toml"\n'
        'mixed = { germeval2014 = 2 }\ntexts = ["texts.jsonl"]\n'
        "[schedule]\nepochs = 40\npieces = 64\nrate = 1e-3\nhead_rate = 3e-3\n"
        '[[dev]]\nfile = "entities/de_germeval2014_dev.jsonl.gz"\n',
        encoding="utf-8",
    )
    figures = train(pupil, data, work, tmp_path / "model")
    assert (work / "tiny" / "model.safetensors").is_file()
    assert figures["entities/de_germeval2014_dev.jsonl.gz"]["entities"]["all"]["f1"] > 0.9
    described = json.loads((tmp_path / "model" / "config.json").read_text(encoding="utf-8"))
    assert described["layers"] == 1
    restored = restore(tmp_path / "model")
    assert (restored.shape.attention_heads, restored.shape.head_size, restored.shape.inner) == ((6,), 4, (64,))
    (home,) = work.glob("pupil-*")  # by what its texts say
    assert (home / "model.safetensors").stat().st_size < (work / "tiny" / "model.safetensors").stat().st_size


def test_heads_and_units_that_others_can_stand_in_for_go_first() -> None:
    from depesche.train.loop import Sentence
    from depesche.train.narrow import narrow

    torch.manual_seed(5)
    whole = Network(shaped(3, inner=192)).eval()
    for layer in whole.bert.encoder.layer:
        own = layer.attention.self
        for matrix in (own.query, own.key, own.value, layer.intermediate.dense):
            matrix.weight.data *= 5  # so that it matters what the heads attend to
            half = len(matrix.bias) // 2
            matrix.weight.data[half:], matrix.bias.data[half:] = matrix.weight.data[:half], matrix.bias.data[:half]
        layer.output.dense.weight.data *= 5
    words = torch.randint(4, 8, (300, 12)).tolist()
    sentences = [Sentence([0, *ids, 2], list(range(1, 13)), [0] * 12, None, None, None, None) for ids in words]
    half = narrow(whole, sentences, 0.501)
    assert half.shape.attention_heads == (6, 6, 6)
    assert half.shape.inner == (96, 96, 96)
    item = torch.randint(4, 8, (20, 12))
    ids = torch.nn.functional.pad(torch.nn.functional.pad(item, (1, 0), value=0), (0, 1), value=2)
    read = ids, torch.arange(1, 13).expand(20, -1), torch.zeros(20, 12, dtype=torch.int64)
    with torch.no_grad():
        for mine, theirs in zip(half.states(*read)[1], whole.states(*read)[1], strict=True):
            assert (mine - theirs).abs().max() < 0.05


@pytest.mark.parametrize("origin", ["start", "teacher"])
def test_a_model_is_made_narrower_and_says_the_same(origin: str, data: Path, work: Path, tmp_path: Path) -> None:
    from depesche.train.export import restore

    wide = recipe(tmp_path, 60)
    train(wide, data, work, tmp_path / "wide")
    texts = [{"lang": "de", "text": "Ross kam nach Berlin. Maas kam nach Paris."}] * 3
    (tmp_path / "texts.jsonl").write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
    narrower = tmp_path / "narrower.toml"
    narrower.write_text(
        f'name = "narrower"\n{origin} = "{ {"start": tmp_path / "wide", "teacher": wide.name}[origin]}"\n'
        "narrowed = 0.7\nthreads = 1\n"
        'corpora = []\ntexts = ["texts.jsonl"]\n'
        "[schedule]\nepochs = 60\npieces = 64\nrate = 1e-3\nhead_rate = 1e-3\n"
        "[schedule.weights]\nstate = 3.0\nentity = 2.0\npos = 0.5\narc = 1.0\nrelation = 0.7\nvector = 2.0\n"
        '[[dev]]\nfile = "treebanks/de_gsd-ud-dev.conllu.gz"\n',
        encoding="utf-8",
    )
    figures = train(narrower, data, work, tmp_path / "narrow")
    assert figures["treebanks/de_gsd-ud-dev.conllu.gz"]["syntax"]["las"] > 0.9  # of which its texts have no gold
    before, after = restore(tmp_path / "wide"), restore(tmp_path / "narrow")
    assert sum(after.shape.attention_heads) < 0.75 * sum(before.shape.attention_heads)
    words = Words(["Maas", "kam", "nach", "Berlin", "."], [True] * 5)
    (theirs,), (mine,) = (Encoder(tmp_path / name).read([words]) for name in ("wide", "narrow"))
    assert (mine.heads, mine.pos, mine.relations) == (theirs.heads, theirs.pos, theirs.relations)
    assert mine.vector @ theirs.vector > 0.98


LETTERS = [
    {"doc_id": f"{i}", "lang": "en", "text": f"{name} came to {place} .",
     "entities": [{"start": 0, "end": len(name), "label": "ORG", "kind": "name"},
                  {"start": len(name) + 9, "end": len(name) + 9 + len(place), "label": "LOC", "kind": "name"}]}
    for i, (name, place) in enumerate([("Ross", "Maas"), ("Maas", "Ross")] * 10)
]  # fmt: skip


@pytest.fixture
def trained(data: Path, work: Path, tmp_path: Path) -> Path:
    train(recipe(tmp_path, 60), data, work, tmp_path / "old")
    return tmp_path / "old"


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    """Records of words that the model did not see, with firms that it takes for people."""
    path = tmp_path / "reviewed" / "letters.jsonl"
    path.parent.mkdir()
    path.write_text("".join(json.dumps(letter) + "\n" for letter in LETTERS), encoding="utf-8")
    return path


def going_on(folder: Path, start: Path, *, epochs: float = 40, version: str = "1.1") -> Path:
    path = folder / "again.toml"
    path.write_text(
        f'name = "tiny"\nversion = "{version}"\nstart = "{start}"\nlike = "tiny.toml"\nrehearsal = 2.0\nthreads = 1\n'
        f"[schedule]\nepochs = {epochs}\npieces = 64\nrate = 1e-3\nhead_rate = 3e-3\nshare = 0.3\n",
        encoding="utf-8",
    )
    return path


def test_a_finished_model_is_taught_corrections_and_keeps_what_it_knew(
    data: Path, work: Path, tmp_path: Path, trained: Path, corrected: Path
) -> None:
    again = going_on(tmp_path, trained)
    done = retrain(again, data, work, tmp_path / "new", reviewed=[corrected], against=str(trained))
    assert done.shipped
    assert done.folder == tmp_path / "new"
    assert done.against == "tiny 1.0"
    gained = {(c.dev, c.figure): (c.before, c.after) for c in done.changes}
    before, after = gained["reviewed/letters.jsonl --every 5", "entities F1"]
    assert before is not None
    assert after > before + 5
    assert gained["treebanks/de_gsd-ud-dev.conllu.gz", "LAS"][1] > 90
    config = json.loads((tmp_path / "new" / "config.json").read_text(encoding="utf-8"))
    assert (config["name"], config["version"], config["layers"]) == ("tiny", "1.1", 2)
    assert "| corrected documents | their own | `letters.jsonl` |" in (tmp_path / "new/README.md").read_text("utf-8")
    # other corrections are another training, the same ones are not
    assert len(list(work.glob("tiny-*/model.safetensors"))) == 1
    corrected.write_text("".join(json.dumps(letter) + "\n" for letter in LETTERS[:5]), encoding="utf-8")
    train(going_on(tmp_path, trained, epochs=1), data, work, tmp_path / "other", reviewed=[corrected])
    assert len(list(work.glob("tiny-*/model.safetensors"))) == 2


def test_a_model_that_forgets_is_not_shipped_unless_told(
    data: Path, work: Path, tmp_path: Path, trained: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from depesche.train import recipe as recipes

    monkeypatch.setattr(recipes, "imitate", lambda *_, **__: None)
    plan = going_on(tmp_path, trained, epochs=8)
    shuffle = plan.read_text(encoding="utf-8").replace("rate = 1e-3", "rate = 0.5").replace("3e-3", "0.5")
    plan.write_text(shuffle, encoding="utf-8")
    output = tmp_path / "live"
    shutil.copytree(trained, output)
    kept = {path.name: path.read_bytes() for path in output.iterdir()}
    done = retrain(plan, data, work, output, against=str(trained))
    assert not done.shipped
    assert any(change.worse for change in done.changes)
    assert {path.name: path.read_bytes() for path in output.iterdir()} == kept
    assert (done.folder / "words.onnx").is_file()
    done = retrain(plan, data, work, output, against=str(trained), allow_worse=True)
    assert done.shipped
    assert json.loads((output / "config.json").read_text(encoding="utf-8"))["version"] == "1.1"
    assert {path.name for path in output.iterdir()} == kept.keys()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".live")]


def test_a_new_model_has_a_version_of_its_own(data: Path, work: Path, tmp_path: Path, trained: Path) -> None:
    with pytest.raises(ModelError, match=r"tiny 1\.0 is the model in use; give the new one another `version`"):
        retrain(going_on(tmp_path, trained, version="1.0"), data, work, tmp_path / "new", against=str(trained))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("", encoding="utf-8")
    (tmp_path / "few.jsonl").write_text(json.dumps(LETTERS[0]) + "\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"few\.jsonl: 1 documents are too few"):
        retrain(going_on(tmp_path, trained), data, work, None, reviewed=[tmp_path / "few.jsonl"], against=str(trained))
    with pytest.raises(ModelError, match="is there already and no model"):
        retrain(going_on(tmp_path, trained), data, work, tmp_path / "full", against=str(trained))


def test_the_shipped_model_can_be_gone_on_from() -> None:
    from depesche.train.export import restore

    folder = models.folder("kurier")
    network, encoder = restore(folder), Encoder(folder)
    numbers = coder(folder, network.shape)
    alike = []
    for text in (
        "Die Regierung in Berlin schickte Annalena Baerbock am Montag nach Washington .",
        "The Commerce Department added Huawei to the Entity List in May 2019 .",
    ):
        words = text.split()
        example = Example("x", "de", tuple(words), tuple(i > 0 for i in range(len(words))))
        (batch,) = shuffled([numbers.sentence(example)], 64, 1)
        with torch.no_grad():
            out = network(batch.ids, batch.first, batch.known)
        (reading,) = encoder.read([Words(words, [True] * len(words))])
        n = len(words)
        alike += [network.shape.pos[i] == pos for i, pos in zip(out.pos[0, :n].argmax(-1), reading.pos, strict=True)]
        heads = out.arc[0, :n].argmax(-1).tolist()
        alike += [(i if h == 0 else h - 1) == head for i, (h, head) in enumerate(zip(heads, reading.heads, strict=True))]
        vector, theirs = out.vector[0].numpy(), encoder.vectors([Words(words, [True] * n)])[0]
        assert vector @ theirs / np.linalg.norm(vector) / np.linalg.norm(theirs) > 0.99
    assert np.mean(alike) > 0.9  # 8 bits decide a close call otherwise


def test_a_graph_of_another_kind_is_refused(tmp_path: Path) -> None:
    from depesche.train.export import restore

    with pytest.raises(ModelError, match=rf"{tmp_path.name}: cannot be read as a model"):
        restore(tmp_path)
    shutil.copytree(models.folder("kurier"), tmp_path / "model")
    (tmp_path / "model" / "pieces.onnx").write_bytes(b"no graph")
    with pytest.raises(ModelError, match=r"model: cannot be read as a model"):
        restore(tmp_path / "model")


def test_a_killed_training_ends_like_an_unbroken_one(
    data: Path, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from depesche.train import loop
    from depesche.train.recipe import train as fit

    plan = Recipe.load(recipe(tmp_path, 8))
    whole = fit(plan, data, work) / "model.safetensors"
    unbroken = whole.read_bytes()
    for file in (work / "tiny").iterdir():
        file.unlink()

    saved = loop._save
    calls: list[int] = []

    def kill_after_three(*args: object) -> None:
        saved(*args)  # type: ignore[arg-type]
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(loop, "_save", kill_after_three)
    eager = replace(plan, schedule=replace(plan.schedule, minutes=-1.0))
    with pytest.raises(KeyboardInterrupt):
        fit(eager, data, work)
    monkeypatch.undo()
    assert (fit(plan, data, work) / "model.safetensors").read_bytes() == unbroken


def test_the_heads_and_units_kept_are_those_that_say_most(data: Path, work: Path, tmp_path: Path) -> None:
    from depesche import corpora
    from depesche.train.recipe import load
    from depesche.train.recipe import train as fit
    from depesche.train.teachers import weights

    home = fit(Recipe.load(recipe(tmp_path, 1)), data, work)
    network = load(home)
    shape = network.shape
    numbers = coder(home, shape)
    sentences = [numbers.sentence(e) for e in corpora.read("germeval2014", data)]
    with torch.no_grad():
        network.bert.encoder.layer[0].intermediate.dense.bias[5] = 50.0
        network.bert.encoder.layer[0].output.dense.weight[:, 7] = 0.0
        network.bert.encoder.layer[0].attention.self.value.bias[3 * shape.head_size] = 50.0
        network.bert.encoder.layer[0].attention.output.dense.weight[:, : shape.head_size] = 0.0
    heads, units = weights(network, sentences)[0]
    assert (int(units.argmax()), float(units[7])) == (5, 0.0)
    assert (int(heads.argmax()), float(heads[0])) == (3, 0.0)


def test_batches_have_few_shapes_and_lose_nothing(data: Path, work: Path) -> None:
    from depesche import corpora

    examples = corpora.read("germeval2014", data)
    words = Lexicon(work / "lexicon" / models.LEXICON)
    numbers = Coder(Pieces(work / "base" / "tokenizer.json"), words, corpora.tags(corpora.LABELS), [], [])
    batches = list(shuffled([numbers.sentence(e) for e in examples], 64, 1))
    assert len({b.ids.shape for b in batches}) == 1
    assert sum(int((b.first != 0).sum()) for b in batches) == sum(len(e.words) for e in examples)


def test_four_bit_blocks_are_read_as_they_were_written() -> None:
    values = np.arange(-8, 8).repeat(2)
    scale = np.array([0.5], np.float16).view(np.uint8)
    nibbles = (values + 8).astype(np.uint8)
    raw = np.concatenate([scale, nibbles[:16] | (nibbles[16:] << 4)])
    assert _blocks(raw, 32).tolist() == (values * 0.5).tolist()


def test_a_cut_vocabulary_keeps_single_characters() -> None:
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁Haus", "▁casa", "漢"]
    vocab = [[piece, -1.0] for piece in pieces]
    tokenizer = {"model": {"vocab": vocab}, "added_tokens": [], "normalizer": None}
    whole = Base({"embeddings.word_embeddings.weight": np.eye(7, dtype=np.float32)}, tokenizer, 12, 1e-12)
    small = cut(whole, ["▁Haus"])
    assert [piece for piece, _ in small.tokenizer["model"]["vocab"]] == ["<s>", "<pad>", "</s>", "<unk>", "▁Haus", "漢"]
    assert small.tensors["embeddings.word_embeddings.weight"].argmax(1).tolist() == [0, 1, 2, 3, 4, 6]


@pytest.mark.parametrize("text", ["", "name = 'x'", "name = 'x'\nlayers = [0]\ncorpora = []\nodd = 1",
                                  "name = 'x'\nlayers = [0]\ncorpora = []\ninner = 8", "= nonsense",
                                  "name = 'x'\npiece_layers = 1\ncorpora = []\nstart = 'kurier'",
                                  "name = 'x'\nlayers = [0]\ncorpora = []\nnarrowed = 0.5",
                                  "name = 'x'\nlayers = [0]\ncorpora = []\nstart = 'kurier'\nnarrowed = 0.5",
                                  "name = 'x'\ncorpora = []\nstart = 'kurier'\nnarrowed = 5",
                                  "name = 'x'\nlayers = [0]\ncorpora = []\ntexts = ['x.jsonl']"])
def test_a_recipe_that_cannot_be_read_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=r"odd\.toml"):
        Recipe.load(path)

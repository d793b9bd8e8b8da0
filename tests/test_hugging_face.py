"""A foreign checkpoint for the names: trained here in seconds, then used like one from the hub."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("torch", reason="checkpoints need the extra `train`")
pytest.importorskip("transformers", reason="checkpoints need the extra `train`")

import torch
import transformers

from depesche import models
from depesche.cli import app
from depesche.components import reader
from depesche.encoder import Encoder, Words
from depesche.errors import ModelError
from depesche.hugging_face import Checkpoint

WORDS = ["maas", "traf", "ross", "in", "berlin", "und", "paris", ".", "kam", "nach"]
TRAINED = [("Maas traf Ross in Berlin .", "B-PER O B-PER O B-LOC O"), ("Ross kam nach Paris .", "B-PER O O B-LOC O")]


def checkpoint(folder: Path, labels: list[str], steps: int = 80) -> Path:
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import Lowercase
    from tokenizers.pre_tokenizers import Whitespace
    from tokenizers.processors import TemplateProcessing

    names = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS]
    tokenizer = Tokenizer(WordPiece({name: i for i, name in enumerate(names)}, unk_token="[UNK]"))
    tokenizer.normalizer, tokenizer.pre_tokenizer = Lowercase(), Whitespace()
    tokenizer.post_processor = TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    fast = transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]",
        model_max_length=24,
    )  # fmt: skip
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=len(names), hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=64, id2label=dict(enumerate(labels)), label2id={x: i for i, x in enumerate(labels)},
    )  # fmt: skip
    model = transformers.BertForTokenClassification(config)
    optimizer = torch.optim.Adam(model.parameters(), lr=5e-3)
    for step in range(steps):
        text, tags = TRAINED[step % 2]
        ids = fast(text.split(), is_split_into_words=True, return_tensors="pt")["input_ids"]
        wanted = torch.tensor([[-100, *(labels.index(tag) for tag in tags.split()), -100]])
        model(input_ids=ids, labels=wanted).loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    model.save_pretrained(folder)
    fast.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return checkpoint(tmp_path_factory.mktemp("checkpoint"), ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"])


def words(text: str) -> Words:
    return Words(text.split(), [True] * len(text.split()))


def test_names_are_the_checkpoints_and_the_rest_is_ours(folder: Path) -> None:
    ours = Encoder(models.folder())
    sentences = [words("Ross traf Maas in Paris ."), words(""), Words([""], [True])]
    found = Checkpoint(str(folder), ours).read(sentences)
    assert [(n.start, n.end, n.label) for n in found[0].names] == [(0, 1, "PERSON"), (2, 3, "PERSON"), (4, 5, "LOC")]
    assert all(0.5 < name.score <= 1 for name in found[0].names)
    assert found[1].names == found[2].names == ()
    assert [(r.pos, r.heads, r.relations) for r in found] == [
        (r.pos, r.heads, r.relations) for r in ours.read(sentences)
    ]


def test_a_sentence_longer_than_the_checkpoint_reads(folder: Path) -> None:
    read = Checkpoint(str(folder), Encoder(models.folder())).read([words("Maas traf Ross in Berlin . " * 20)])
    assert [name.start for name in read[0].names] == [i for i in range(120) if i % 6 in (0, 2, 4)]


def test_on_the_command_line(folder: Path, tmp_path: Path) -> None:
    letter = tmp_path / "brief.txt"
    letter.write_text("Ross traf Maas in Paris.\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["annotate", str(letter), "--lang", "de", "-q", "--model", f"hf:{folder}"])
    assert done.exit_code == 0, done.output
    record = json.loads(done.stdout)
    assert {"Ross", "Maas"} <= {record["text"][e["start"] : e["end"]] for e in record["entities"]}


@pytest.mark.parametrize(
    ("labels", "name"), [(["O", "B-PER", "B-LOC"], "nowhere"), (["O", "NEGATIVE", "POSITIVE"], "mood")]
)
def test_what_is_no_checkpoint_for_names_is_refused(labels: list[str], name: str, tmp_path: Path) -> None:
    if name == "mood":
        checkpoint(tmp_path / name, labels, steps=0)
    with pytest.raises(ModelError, match=name):
        reader(f"hf:{tmp_path / name}")


def test_weights_that_would_be_unpickled_are_refused(folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        if file.name != "model.safetensors":
            (tmp_path / file.name).write_bytes(file.read_bytes())
    torch.save({}, tmp_path / "pytorch_model.bin")
    with pytest.raises(ModelError, match="safetensors"):
        reader(f"hf:{tmp_path}")

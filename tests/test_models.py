"""Which model reads: the shipped one, one named, the one that the user has chosen."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from depesche import models
from depesche.config import Settings
from depesche.errors import ModelError


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DEPESCHE_CONFIG", str(tmp_path / "config"))
    models.describe.cache_clear()
    yield tmp_path / "config" / "config.json"
    models.describe.cache_clear()


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A copy of the shipped model under another version."""
    folder = tmp_path / "models" / "kurier-9.0"
    shutil.copytree(models.folder("kurier"), folder)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8")) | {"version": "9.0"}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return folder


def test_a_chosen_model_reads_until_another_is_named(settings: Path, newer: Path) -> None:
    shipped = models.folder()
    before = Settings().fingerprint
    assert models.use(str(newer)) == newer == models.folder()
    assert models.describe()["version"] == "9.0"
    assert Settings().fingerprint != before  # runs know that they read with another model
    assert models.folder("kurier") == shipped
    assert json.loads(settings.read_text(encoding="utf-8")) == {"model": str(newer)}
    assert models.use("kurier") == shipped == models.folder()
    assert not settings.exists()
    assert Settings().fingerprint == before


def test_what_is_not_there_any_more_is_named_and_can_be_left(settings: Path, newer: Path) -> None:
    models.use(str(newer))
    shutil.rmtree(newer)
    with pytest.raises(ModelError, match=r"kurier-9\.0, is not there any more, or of an older version \(.*config\.json names it\); go back with"):
        models.folder()
    models.use("kurier")
    assert models.folder().name == "kurier"
    with pytest.raises(ModelError, match="no model 'nothing'"):
        models.use("nothing")
    settings.parent.mkdir(exist_ok=True)
    settings.write_text("{")
    with pytest.raises(ModelError, match="the settings cannot be read"):
        models.folder()


def test_settings_lie_where_the_system_has_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DEPESCHE_CONFIG")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert models.settings_file() == tmp_path / "depesche" / "config.json"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("APPDATA", str(tmp_path / "roaming"))
    assert models.settings_file() == tmp_path / "roaming" / "depesche" / "config.json"

"""Building the second reader: nothing that was there is lost without a connection, and no half of one is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources_index.encoder import second as second_module
from resources_index.encoder.second_reader import open_second


def test_without_a_connection_what_was_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "second_reader"
    folder.mkdir()
    (folder / "encoder.json").write_text("{}", "utf-8")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setattr(second_module, "_LOCK", tmp_path / "no such file")
    assert second_module.main() == 1
    assert (folder / "encoder.json").exists()


def test_a_build_that_is_broken_off_leaves_no_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "second_reader"
    folder.mkdir()
    (folder / "encoder.json").write_text("{}", "utf-8")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setattr(second_module, "fetch", lambda _: [tmp_path / "no.whl"])
    with pytest.raises(OSError, match=r"no\.whl"):
        second_module.main()
    assert open_second(tmp_path) is None

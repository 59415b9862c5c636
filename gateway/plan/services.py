"""Services by their id, from the directory itself: what stands in a plan is never taken from a browser."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, Protocol

from resources_index.directory import Directory, ServiceRecord
from resources_index.index.build import directory_folders
from resources_index.search.view import ServiceView


class ServiceBook(Protocol):
    """Finds one service; texts in the language asked for."""

    def find(self, service_id: str, language: str) -> dict[str, Any] | None: ...


class DirectoryBook:
    """The directory, read when it is first needed (half a second) and kept."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._records: dict[str, ServiceRecord] | None = None
        self._reading = threading.Lock()

    def find(self, service_id: str, language: str) -> dict[str, Any] | None:
        """The service dict of docs/architecture.md; None when it is not, or no longer, listed."""
        record = self._all().get(service_id)
        if record is None or record.held_back:
            return None
        return ServiceView(record, language).to_dict()

    def _all(self) -> dict[str, ServiceRecord]:
        with self._reading:
            if self._records is None:
                directory = Directory.load(directory_folders(self._data_dir))
                self._records = {service.id: service for service in directory.services}
            return self._records

"""The directory: services with their facts, where they are for, and how far each is trusted."""

from resources_index.directory.directory import Directory
from resources_index.directory.records import Area, Opening, Phone, ServiceRecord

__all__ = ["Area", "Directory", "Opening", "Phone", "ServiceRecord"]

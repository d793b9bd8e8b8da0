"""Sources to documents: files, folders, mailboxes, feeds, tables and archives, whatever their encoding.

:func:`walk` finds what there is to read, :func:`load` and :func:`read` turn each item into documents. A document that
cannot be read is a :class:`Failure` with a reason, and the rest goes on.
"""

from depesche.ingest.formats import FORMATS
from depesche.ingest.items import Failure, Item, ReadOptions, Walked
from depesche.ingest.reading import load, read
from depesche.ingest.walk import walk

__all__ = ["FORMATS", "Failure", "Item", "ReadOptions", "Walked", "load", "read", "walk"]

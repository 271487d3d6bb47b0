from .entries import Entry, EntryWords, Profile
from .file_texts import FileText
from .missed import MissedQuery
from .synonyms import Synonym
from .vocabulary import Word

__all__ = [
    "Entry",
    "EntryWords",
    "FileText",
    "MissedQuery",
    "Profile",
    "Synonym",
    "Word",
]

"""Checks before publishing: what is wrong with a page, where, and what to do about it.

An app registers its own checks from ``ready()``; they are given the page as it would
go live:

    @publish_check
    def figures_have_a_source(candidate: Candidate) -> Iterator[Finding]: ...

Errors stop a page, warnings ask a person. ``gate`` enforces it on every way to publish,
``panels`` and ``form_errors`` show it in the editor.
"""

from .candidates import Address, Candidate, Pointer, Spot
from .examination import Examination, examine, publish_check
from .findings import Finding, Level, Link, Place

__all__ = [
    "Address",
    "Candidate",
    "Finding",
    "Level",
    "Link",
    "Place",
    "Pointer",
    "Spot",
    "Examination",
    "examine",
    "publish_check",
]

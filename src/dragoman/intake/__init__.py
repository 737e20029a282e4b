"""Bytes to documents: one module a format. Nothing here reads meaning."""

from dragoman.intake.files import Intake, Rejected, Taken, make_document
from dragoman.intake.forms import FORMS, Form, form_by_name
from dragoman.intake.metadata import Metadata, publication_date

__all__ = [
    "FORMS", "Form", "Intake", "Metadata", "Rejected", "Taken", "form_by_name", "make_document",
    "publication_date",
]  # fmt: skip

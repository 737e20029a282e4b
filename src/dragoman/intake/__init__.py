"""Bytes to documents: one module a format. Nothing here reads meaning."""

from dragoman.intake.files import Form, Intake, Rejected, Taken, make_document
from dragoman.intake.metadata import Metadata, publication_date

__all__ = ["Form", "Intake", "Metadata", "Rejected", "Taken", "make_document", "publication_date"]

"""What pages and the HTTP interface ask of a chronicle: one layer for both, above the store's queries."""

from dragoman.browsing.browser import Browser
from dragoman.browsing.paging import Page

__all__ = ["Browser", "Page"]

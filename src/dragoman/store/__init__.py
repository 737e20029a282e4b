"""The chronicle's tables, and every question that is asked of them."""

from dragoman.store.base import Query, Store
from dragoman.store.open import open_store

__all__ = ["Query", "Store", "open_store"]

"""Who is who: the knowledge base of states, bodies, offices, people and places, and its resolver."""

from dragoman.knowledge.base import KnowledgeBase

__all__ = ["KnowledgeBase", "default"]


def default() -> KnowledgeBase:
    """The knowledge base of the package, loaded at the first call and kept."""
    return KnowledgeBase.default()

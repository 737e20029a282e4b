"""The parser and the parse tree. `tree` is free of the parser; `parser` needs the extra `reader`."""

from dragoman.language.tree import Parse, Sentence, Token, build_parse, told_once

__all__ = ["Parse", "Sentence", "Token", "build_parse", "told_once"]

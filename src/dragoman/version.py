"""The version of the package and of the reader.

The reader's version changes whenever the same document may be read differently (rules, lexicon,
knowledge, parser), so that a stored reading says which reader made it.
"""

__version__ = "0.1.0"
READER_VERSION = "dragoman-0.1.0"

"""Commands that make the learned parts of the package; nothing at run time imports them."""

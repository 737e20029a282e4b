"""What every page begins with: may the visitor read, and which chronicle is shown."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from dragoman.api.asked import AsOf, day_of
from dragoman.api.security import desk_of, may_read
from dragoman.browsing import Browser
from dragoman.web.render import page

PAGE = 40


class Looking:
    """A visitor who looks at a page."""

    def __init__(self, request: Request, as_of: AsOf = None) -> None:
        self.request = request
        self.visitor = may_read(request)
        self.as_of = day_of(as_of)
        self.browser: Browser = desk_of(request).browser.at(self.as_of)

    def page(self, template: str, **values: Any) -> HTMLResponse:
        """A page."""
        return page(self.request, template, as_of=self.as_of, **values)


Look = Annotated[Looking, Depends()]

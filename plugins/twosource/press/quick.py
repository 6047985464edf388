"""Jinja's run-time parts where the printing of a page spent three quarters of its time, with the same results.

Measured on a story page of 40 kB with 700 values and 100 macro calls: escaping, looking up keys and calling macros took
1.1 of 1.7 ms, most of it to find out what a value might be besides a string, and an object besides a dict.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from types import CodeType, FunctionType
from typing import Any

import markupsafe
from jinja2 import Environment, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

from twosource.newsroom.by_value import bytes_of
from twosource.press.quick_code import QuickCode
from twosource.press.shelf import digest

escape_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", markupsafe.escape)
"""Escapes without wrapping the result, which is joined to a page at once; any version has the other."""


def escaped(value: object) -> str:
    """A value as it stands in markup: what `markupsafe.escape` gives, as a plain string where it was one."""
    if type(value) is str:
        return escape_text(value)
    if type(value) is int:
        return str(value)
    return value if type(value) is Markup else markupsafe.escape(value)


class QuickMacro(Macro):
    """A macro that knows whether it takes nothing but plain arguments: then it is called without a look at others."""

    def __init__(self, environment: Environment, func: FunctionType, name: str, *rest: Any) -> None:
        super().__init__(environment, func, name, *rest)
        self.func = func
        simple = not (self.catch_kwargs or self.catch_varargs or self.caller)
        self.room = len(self.arguments) if simple else -1
        if simple:
            func.__defaults__ = (missing,) * self.room  # what Jinja itself passes for an argument that is left out

    def takes(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
        """True when these are plain arguments and not too many; Jinja itself adds two names for other functions."""
        return self.room >= len(args) and kwargs.keys() <= _ADDED


class QuickContext(Context):
    """Calls such macros directly; whatever else is called goes Jinja's own way."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """What a template's `called(...)` becomes."""
        if type(called) is QuickMacro and called.takes(args, kwargs):
            text = called.func(*args)
            return str.__new__(Markup, text) if self.eval_ctx.autoescape else text
        if isinstance(called, WithContext):
            return called.func(self, *args)
        if type(called) is Once and kwargs.keys() <= _ADDED:
            return called(*args)
        return super().call(called, *args, **kwargs)


_ADDED = {"_loop_vars", "_block_vars"}


class QuickTemplate(Template):
    """A template whose compiled code uses the parts above under the names that Jinja gives to its own."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__.update(
            escape=escaped, escape_text=escape_text, Macro=QuickMacro, QuickMacro=QuickMacro
        )
        return made

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """What a template imports from this one: made anew only where it was given other globals than this one."""
        if self._module and ctx is not None and len(ctx.globals_keys) == len(self.globals):
            return self._module
        return super()._get_default_module(ctx)


class QuickEnvironment(Environment):
    """An environment for views, which are dicts of plain data."""

    code_generator_class = QuickCode
    context_class = QuickContext
    template_class = QuickTemplate

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._loaded: dict[str, Template] = {}

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """Two dozen are asked for on each page; where templates cannot change meanwhile, one look finds each."""
        if self.auto_reload or globals or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        found = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = super().get_template(name, parent)
        return found

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute` in a template: a key of a dict first, and only then what else it might be."""
        if type(obj) is dict:
            try:
                return obj[attribute]
            except KeyError:
                pass
        return super().getattr(obj, attribute)

    def make_globals(self, d: Mapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One dict instead of a chain of them, which every import of a macro would walk through."""
        return {**self.globals, **(d or {})}


@dataclass(frozen=True, slots=True)
class WithContext:
    """A function that templates call with plain arguments, and that is given their context first."""

    func: Callable[..., str]
    """Takes the context, then the arguments."""


class Once:
    """`once(macro, ...)`: what a macro gives for these arguments, made once for all pages that ask for the same.

    The frame of a page is the same on thousands of them, a story's card on a dozen. Pages of one process share the very
    objects, which is seen at once; for others equal data is enough. At most 20 MB are kept. Only plain data can be told
    to be equal; for other arguments the macro is called each time.
    """

    def __init__(self) -> None:
        self._same: dict[tuple[object, ...], tuple[str, tuple[Any, ...]]] = {}
        self._equal: dict[tuple[Callable[..., str], bytes], str] = {}

    def __call__(self, macro: Callable[..., str], *args: Any) -> str:
        """The macro must not look at anything but its arguments, and nobody may change these afterwards."""
        key = (macro, *map(id, args))
        held = self._same.get(key)
        if held is None:
            try:
                told = digest(bytes_of(args))
            except ValueError:
                return macro(*args)
            # With their objects, whose identities would otherwise be given to others.
            held = self._same[key] = self._made(macro, args, told), args
        return held[0]

    def _made(self, macro: Callable[..., str], args: tuple[Any, ...], told: bytes) -> str:
        if len(self._same) >= _MOST_KEPT:
            self._same.clear()
            self._equal.clear()
        if (macro, told) not in self._equal:
            self._equal[macro, told] = macro(*args)
        return self._equal[macro, told]


_MOST_KEPT = 16_384

"""Python code for templates whose views are dicts: the same results as Jinja's own code, in half of the time.

A value is escaped, a key looked up and a macro called several hundred times on a page. Jinja calls a function for each
of these, which then asks what it was given; here the code of the template asks, and calls Jinja's function for the rare
cases only. A block gathers its text and yields it once, not piece by piece through every template that it extends.
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst


class QuickCode(CodeGenerator):
    """Relies on `escape_text` and `QuickMacro` among the globals of the code: see `quick.QuickTemplate`."""

    _written: nodes.Node | None = None
    """The call whose text is written out as it is."""
    _held = ""
    """Name of the variable that holds the value to be escaped."""

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  (Jinja finds it by this name)
        """A key of a dict; for other objects, and for keys that are not there, what Jinja does."""
        held, key = self.temporary_identifier(), repr(node.attr)
        self.write(f"({held}[{key}] if type({held} := ")
        self.visit(node.node, frame)
        self.write(f") is dict and {key} in {held} else environment.getattr({held}, {key}))")

    @optimizeconst
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Where a macro's text goes straight to the page and its arguments are plain, call its function directly."""
        if node is not self._written:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self._written, macro = None, self.temporary_identifier()
        self.write(f"({macro}.func(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(f") if type({macro} := ")
        self.visit(node.node, frame)
        self.write(f") is QuickMacro and {macro}.room >= {len(node.args)} else escape(")
        super().visit_Call(node, frame)
        self.write("))")

    def blockvisit(self, nodes: Any, frame: Frame) -> None:
        """The body of a template that extends no other, of a block, and of whatever stands in them."""
        whole = frame.buffer is None and not frame.require_output_check
        if whole:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if whole:
            self.writeline(f"yield concat({frame.buffer})")
            frame.buffer = None

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _escapes(frame, finalize):
            super()._output_child_pre(node, frame, finalize)
        elif _is_plain(node):
            self._written = node
        else:
            self._held = self.temporary_identifier()
            self.write(f"(escape_text({self._held}) if type({self._held} := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _escapes(frame, finalize):
            super()._output_child_post(node, frame, finalize)
        elif not _is_plain(node):
            self.write(f") is str else escape({self._held}))")


def _escapes(frame: Frame, finalize: Any) -> bool:
    """True where values are escaped for certain, and go through nothing else."""
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile and finalize.src is None


def _is_plain(node: nodes.Expr) -> bool:
    """A call of something by its name, with arguments by their places: mostly a macro's."""
    return (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    )

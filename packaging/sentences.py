"""The sentences of errors and findings, followed through the sources to where they are written.

An error, a problem, a finding or a check takes its sentence as an argument. That may be a literal, a saying with a
literal pattern, a choice between such, a name that holds one, or the parameter of a function: then the calls of that
function are looked at in the same way. Everything else, such as an f-string, cannot be translated and is reported.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

SINKS: Mapping[str, tuple[int | str, ...]] = {
    "StudioError": (0, 1, "message", "hint"), "in_file": (2, 3, "message", "hint"), "Problems": (0,),
    "Diagnostic": (2, "message", "hint"), "in_cell": (1, 2, "message", "hint"), "Fix": (0, "label"),
    "Check": (4, "sentence", "reason", "suggest"),
}  # fmt: skip
"""What takes sentences, and where among its arguments."""
SAYINGS = ("msg", "as_message")
KINDS = (ast.Call, ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
"""The nodes of a module that are looked at."""
Function = ast.FunctionDef | ast.AsyncFunctionDef
Place = tuple[str, int]


@dataclass(slots=True)
class Sentences:
    """Sentences with the place where they are, and places whose sentence cannot be translated."""

    texts: dict[str, Place] = field(default_factory=dict)
    unreadable: set[Place] = field(default_factory=set)


@dataclass(slots=True)
class _Module:
    """A module: its nodes, among them functions, calls and classes."""

    place: str
    nodes: Sequence[ast.AST]
    functions: dict[str, Function] = field(default_factory=dict)
    calls: list[ast.Call] = field(default_factory=list)
    classes: list[ast.ClassDef] = field(default_factory=list)
    _inside: dict[int, Function] = field(default_factory=dict)

    def function_around(self, node: ast.AST) -> Function | None:
        """The innermost function that a node is in; few modules are asked, so this is found out late."""
        if not self._inside:
            for outer in (one for one in self.nodes if isinstance(one, Function)):
                self._inside |= {id(one): outer for one in ast.walk(outer) if one is not outer}
        return self._inside.get(id(node))

    def __post_init__(self) -> None:
        for node in self.nodes:
            if isinstance(node, Function):
                self.functions[node.name] = node
            elif isinstance(node, ast.Call):
                self.calls.append(node)
            elif isinstance(node, ast.ClassDef):
                self.classes.append(node)


def sentences(nodes: Mapping[str, Sequence[ast.AST]]) -> Sentences:
    """All sentences that errors, problems, findings and checks of the modules (place, nodes of KINDS) are made with."""
    modules = [_Module(place, every) for place, every in nodes.items()]
    return _Search(modules, dict(SINKS) | _errors(modules)).run()


def _errors(modules: list[_Module]) -> dict[str, tuple[int | str, ...]]:
    """The classes that are errors as well; those with a beginning of their own look after it themselves."""
    found: dict[str, tuple[int | str, ...]] = {}
    classes = [node for one in modules for node in one.classes]
    before = -1
    while before < len(found):
        before = len(found)
        for node in classes:
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            if bases & ({"StudioError"} | set(found)) and node.name not in SINKS:
                found[node.name] = _places_of(node)
    return found


def _places_of(error: ast.ClassDef) -> tuple[int | str, ...]:
    """Where the sentences of an error are: those of every error, unless its beginning asks for something else."""
    begin = next((one for one in error.body if isinstance(one, ast.FunctionDef) and one.name == "__init__"), None)
    own = begin is not None and [one.arg for one in begin.args.args[1:3]] != ["message", "hint"]
    return () if own else SINKS["StudioError"]


class _Search:
    """Follows sentences until no new function is met that takes one."""

    def __init__(self, modules: list[_Module], sinks: dict[str, tuple[int | str, ...]]) -> None:
        self.modules, self.found = modules, Sentences()
        self.sinks: dict[tuple[str, str], tuple[int | str, ...]] = {("", name): at for name, at in sinks.items()}
        self.seen: set[int] = set()

    def run(self) -> Sentences:
        """Look at all calls, again as long as functions are added."""
        known = 0
        while known < len(self.sinks):
            known = len(self.sinks)
            for module in self.modules:
                for call in module.calls:
                    self._call(call, module)
        return self.found

    def _call(self, call: ast.Call, module: _Module) -> None:
        name = name_of(call)
        places = self.sinks.get((module.place, name)) or self.sinks.get(("", name)) or ()
        for at in places:
            if isinstance(at, int) and at < len(call.args):
                self._follow(call.args[at], module)
            elif isinstance(at, str):
                for word in call.keywords:
                    if word.arg == at:
                        self._follow(word.value, module)
        if name == "msg" and call.args:
            self._pattern(call, module)

    def _pattern(self, call: ast.Call, module: _Module) -> None:
        """A saying, and the words that are put into it."""
        self._follow(call.args[0], module)
        for word in call.keywords:
            value = word.value
            if isinstance(value, ast.IfExp | ast.BoolOp | ast.Constant):
                for part in _parts(value):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and _is_words(part.value):
                        self._tell(part, module)

    def _follow(self, node: ast.expr, module: _Module) -> None:
        if id(node) in self.seen:
            return
        self.seen.add(id(node))
        if isinstance(node, ast.IfExp | ast.BoolOp):
            for part in _parts(node):
                self._follow(part, module)
        elif isinstance(node, ast.Constant):
            if isinstance(node.value, str) and node.value.strip():
                self.found.texts.setdefault(node.value, (module.place, node.lineno))
        elif isinstance(node, ast.Name):
            self._name(node, module)
        elif isinstance(node, ast.Call):
            self._made_by(node, module)
        elif isinstance(node, ast.Subscript):
            self._table(node.value, module)
        elif isinstance(node, ast.Dict | ast.Tuple | ast.List):
            for part in node.values if isinstance(node, ast.Dict) else node.elts:
                self._follow(part, module)
        elif not isinstance(node, ast.Attribute | ast.Starred):
            self._tell(node, module)

    def _made_by(self, node: ast.Call, module: _Module) -> None:
        """What a function of the same module gives back; other functions look after themselves."""
        name = name_of(node)
        if name in {*SAYINGS, "MappingProxyType"}:
            self._follow(node.args[0], module)
        elif name == "get" and isinstance(node.func, ast.Attribute):
            self._table(node.func.value, module)
            for default in node.args[1:]:
                self._follow(default, module)
        elif name in {"format", "join", "str"}:
            self._tell(node, module)
        elif (function := module.functions.get(name)) is not None:
            for one in ast.walk(function):
                if isinstance(one, ast.Return) and one.value is not None and not isinstance(one.value, ast.Tuple):
                    self._follow(one.value, module)

    def _name(self, node: ast.expr, module: _Module) -> None:
        """What a name stands for: the parameter of a function, else whatever is put under it."""
        if not isinstance(node, ast.Name):
            return
        function = module.function_around(node)
        while function is not None:
            names = [
                one.arg for one in (*function.args.posonlyargs, *function.args.args) if one.arg not in {"self", "cls"}
            ]
            if node.id in names or node.id in {one.arg for one in function.args.kwonlyargs}:
                self._add_sink(function, node.id, names, module)
                return
            values = list(_values(node.id, ast.walk(function)))
            if values:
                for value in values:
                    self._follow(value, module)
                return
            function = module.function_around(function)
        for value in _values(node.id, module.nodes):
            self._follow(value, module)

    def _table(self, node: ast.expr, module: _Module) -> None:
        """What is in a constant of the module that is asked for one of its texts."""
        if isinstance(node, ast.Name) and node.id.isupper():
            for value in _values(node.id, module.nodes):
                self._follow(value, module)

    def _add_sink(self, function: Function, name: str, names: list[str], module: _Module) -> None:
        if function.name in SAYINGS:
            return
        key = (module.place if function.name.startswith("_") else "", function.name)
        at: tuple[int | str, ...] = (names.index(name), name) if name in names else (name,)
        self.sinks[key] = tuple(dict.fromkeys((*self.sinks.get(key, ()), *at)))

    def _tell(self, node: ast.expr, module: _Module) -> None:
        self.found.unreadable.add((module.place, node.lineno))


def name_of(call: ast.Call) -> str:
    """The name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from (*_parts(node.body), *_parts(node.orelse))
    elif isinstance(node, ast.BoolOp):
        for one in node.values:
            yield from _parts(one)
    else:
        yield node


def _is_words(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _values(name: str, nodes: Iterable[ast.AST]) -> Iterator[ast.expr]:
    """What is assigned to a name in a function or module with these nodes."""
    for node in nodes:
        targets = (
            node.targets
            if isinstance(node, ast.Assign)
            else [node.target]
            if isinstance(node, ast.AnnAssign | ast.NamedExpr)
            else []
        )
        for target in targets:
            value = getattr(node, "value", None)
            if isinstance(target, ast.Name) and target.id == name and value is not None:
                yield value
            elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                for one, part in zip(target.elts, value.elts, strict=False):
                    if isinstance(one, ast.Name) and one.id == name:
                        yield part

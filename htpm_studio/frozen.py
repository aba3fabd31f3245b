"""Frozen dataclasses that take a fifth of the time to define: each gets its constructor with the first that is made.

Python compiles seven methods for each `@dataclass(frozen=True)`, and there are hundreds of them: these methods, most of
which a start never calls, took a third of all that it imports. To type checkers it is Python's own decorator.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field
from dataclasses import dataclass as usual_dataclass
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

_assign = object.__setattr__


def _frozen(cls: type[Any] | None = None, **options: bool) -> Any:
    """What `dataclasses.dataclass` makes of a class; one with other options than these is left to it."""
    if cls is None:
        return lambda kind: _frozen(kind, **options)
    if not options.get("frozen") or options.keys() - {"frozen", "slots", "eq", "kw_only"}:
        return usual_dataclass(cls, **options)
    slots, eq, by_name = options.get("slots", False), options.get("eq", True), options.get("kw_only", False)
    own = set(vars(cls))
    if vars(cls).get("__hash__") is None:
        own.discard("__hash__")  # Python puts it beside a class's own `__eq__`.
    if not cls.__doc__:
        cls.__doc__ = cls.__name__  # Otherwise Python works out its signature.
    made = usual_dataclass(cls, init=False, repr=False, eq=False, slots=slots, kw_only=by_name)
    for name, method in _methods(made, eq=eq, slots=slots).items():
        if name not in own:
            setattr(made, name, method)
    return made


def _methods(cls: type[Any], *, eq: bool, slots: bool) -> dict[str, Callable[..., Any]]:
    fields = dataclasses.fields(cls)
    names = tuple(field.name for field in fields)
    shown = tuple(field.name for field in fields if field.repr)

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807
        init: Callable[..., None] = _constructor(cls, fields)
        cls.__init__ = init
        init(self, *args, **kwargs)

    @recursive_repr()
    def __repr__(self: Any) -> str:  # noqa: N807
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def __getstate__(self: Any) -> list[Any]:  # noqa: N807
        return [getattr(self, name) for name in names]

    def __setstate__(self: Any, state: Sequence[Any]) -> None:  # noqa: N807
        for name, value in zip(names, state, strict=True):
            _assign(self, name, value)

    methods: dict[str, Callable[..., Any]] = {"__init__": __init__, "__repr__": __repr__}
    methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
    methods |= {"__getstate__": __getstate__, "__setstate__": __setstate__} if slots else {}
    return {**methods, **_comparison(fields)} if eq else methods


def _comparison(fields: Sequence[Field[Any]]) -> Mapping[str, Callable[..., Any]]:
    compared = _values([field.name for field in fields if field.compare])
    hashed = _values([field.name for field in fields if (field.compare if field.hash is None else field.hash)])

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807
        return bool(compared(self) == compared(other)) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(hashed(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _values(names: Sequence[str]) -> Callable[[Any], Any]:
    """A getter of the values of these fields, as something that can be compared."""
    return attrgetter(*names) if names else lambda _self: ()


def _refuse(self: object, name: str, *_value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"{type(self).__name__} is frozen: {name} stays as it is")


def _constructor(cls: type[Any], fields: Sequence[Field[Any]]) -> Callable[..., None]:
    """`__init__` of a class, compiled; what has a slot is put there at once."""
    given: dict[str, Any] = {"_assign": _assign, "_MISSING": MISSING}
    parameters, by_name, lines = ["self"], list[str](), list[str]()
    for field in fields:
        name, default, value = field.name, "", field.name
        if field.default is not MISSING:
            given[f"_default_{name}"] = field.default
            default = f"=_default_{name}"
            value = name if field.init else f"_default_{name}"
        elif field.default_factory is not MISSING:
            given[f"_new_{name}"] = field.default_factory
            default = "=_MISSING"
            value = f"_new_{name}() if {name} is _MISSING else {name}" if field.init else f"_new_{name}()"
        elif not field.init:
            continue
        if field.init:
            (by_name if field.kw_only else parameters).append(f"{name}{default}")
        given[f"_put_{name}"] = slot = getattr(getattr(cls, name, None), "__set__", None)
        lines.append(f"_put_{name}(self, {value})" if slot else f"_assign(self, {name!r}, {value})")
    lines += ["self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    signature = ", ".join([*parameters, *(["*", *by_name] if by_name else ())])
    exec(f"def __init__({signature}):\n " + "\n ".join(lines or ["pass"]), given)
    made: Callable[..., None] = given["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - it is offered here
else:
    dataclass = _frozen

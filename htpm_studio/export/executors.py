"""Where the files of a kit are rendered: any executor of `concurrent.futures`; here in turn, or on several threads."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class InlineExecutor(Executor):
    """Does each piece of work at once, in the thread that asks for it."""

    def submit(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The finished work, or what went wrong with it."""
        future: Future[T] = Future()
        try:
            future.set_result(work(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


def executor_for(workers: int) -> Executor:
    """An executor that renders so many files at a time; whoever asked for it shuts it down."""
    return InlineExecutor() if workers <= 1 else ThreadPoolExecutor(workers, thread_name_prefix="kit")

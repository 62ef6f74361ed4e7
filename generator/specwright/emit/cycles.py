"""Which names of a graph lead back to themselves, and by way of which others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set


def cycles(graph: Mapping[str, Set[str]]) -> dict[str, frozenset[str]]:
    """Name -> the names that it is in a cycle with, itself among them; empty if it is in none (Tarjan 1972)."""
    found: dict[str, frozenset[str]] = {}
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    for root in graph:
        if root in order:
            continue
        order[root] = lowest[root] = len(order)
        stack.append(root)
        path: list[tuple[str, Iterator[str]]] = [(root, iter(sorted(graph[root])))]
        while path:
            name, successors = path[-1]
            following = next(successors, None)
            if following is None:
                path.pop()
                if path:
                    lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[name])
                if lowest[name] == order[name]:
                    _close(name, stack, graph, found)
            elif following not in order:
                order[following] = lowest[following] = len(order)
                stack.append(following)
                path.append((following, iter(sorted(graph[following]))))
            elif following not in found:
                lowest[name] = min(lowest[name], order[following])
    return found


def _close(name: str, stack: list[str], graph: Mapping[str, Set[str]], found: dict[str, frozenset[str]]) -> None:
    """A component is complete: everything that was stacked since its first name belongs to it."""
    start = stack.index(name)
    members = frozenset(stack[start:])
    del stack[start:]
    circular = len(members) > 1 or name in graph[name]
    found.update(dict.fromkeys(members, members if circular else frozenset()))

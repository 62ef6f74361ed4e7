"""What is laid out without black is laid out as black does it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specwright.emit.format import black, format_python
from specwright.emit.layout import Display, Expression, call, lay_out, listing, literal, settled

GOLDEN = Path(__file__).parent / "golden"
GENERATED = Path(__file__).parent.parent / "generated"

_names = st.sampled_from(
    ["Pet", "models.Animal", "str", "UNSET", "None", "a" * 30, "models.RatherLongNameOfAClass", "b" * 70]
)
_literals = st.sampled_from(
    ['"x"', "'it'", "'say \"no\"'", '"' + "long text " * 9 + '"', "-1", "2.5", "True", '"it\'s"']
)


def _listed(items: st.SearchStrategy[str], least: int) -> st.SearchStrategy[str]:
    return st.lists(items, min_size=least, max_size=4).map(", ".join)


def _types(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    subscript = st.tuples(st.sampled_from(["list", "Annotated", "Literal"]), _listed(inner, 1))
    return st.lists(inner, min_size=2, max_size=4).map(" | ".join) | subscript.map(lambda pair: f"{pair[0]}[{pair[1]}]")


def _values(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(_literals, inner).map(": ".join)
    keyword = st.tuples(st.sampled_from(["style", "required"]), inner).map("=".join)
    call = st.tuples(
        st.sampled_from(["Query", "record"]), _listed(inner | keyword, 0), st.sampled_from(["", ",", ", "])
    )
    return (
        call.map(lambda parts: f"{parts[0]}({parts[1]}{parts[2] if parts[1] else ''})").filter(_in_order)
        | st.tuples(_listed(inner, 1), st.sampled_from(["", ","])).map(lambda parts: f"[{parts[0]}{parts[1]}]")
        | _listed(inner, 1).map(lambda items: f"({items},)")
        | _listed(pair, 1).map(lambda items: f"{{{items},}}")
        | types.map(lambda each: f"lambda: {each}")
    )


def _in_order(call: str) -> bool:
    """Whether a call is one that Python takes: no positional argument after a keyword, none twice."""
    try:
        compile(call, "", "eval")
    except SyntaxError:
        return False
    return True


types = st.recursive(_names, _types, max_leaves=12)
values = st.recursive(_literals | _names, _values, max_leaves=20)
parameters = st.lists(
    st.tuples(types, st.sampled_from(["", " = UNSET", " = None"])).map("".join), min_size=0, max_size=5
).map(lambda each: ", ".join(["self", "*", *(f"name{i}: {type_}" for i, type_ in enumerate(each))][: len(each) + 2]))
statements = st.one_of(
    st.tuples(st.sampled_from(["name", "a_longer_name_" * 4]), types, st.sampled_from(["", " = UNSET"])).map(
        lambda parts: f"{parts[0]}: {parts[1]}{parts[2]}"
    ),
    types.map(lambda each: f"Name: TypeAlias = {each}"),
    values.map(lambda each: f"return {each}"),
    st.tuples(types, values).map(lambda parts: f"CALL: Operation[{parts[0]}] = {parts[1]}"),
    st.tuples(parameters, types).map(
        lambda parts: f"def call({parts[0] if ':' in parts[0] else 'self'}) -> {parts[1]}:\n    return 1"
    ),
)


@settings(max_examples=300, database=None, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(statements, min_size=1, max_size=4))
def test_statements_are_laid_out_as_black_does_it(lines: list[str]) -> None:
    body = "\n\n".join(lines)
    inside = "class Names:\n    def call(self) -> None:\n" + "\n".join(f"        {line}" for line in body.split("\n"))
    for text in (f"{body}\n", f"{inside}\n"):
        assert format_python(text) == black(text)


def _expressions(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    kinds = st.sampled_from(["call", "keywords", "list", "dict"])
    return st.tuples(kinds, _names, st.lists(inner, max_size=5)).map(lambda parts: _composed(*parts))


def _composed(kind: str, name: str, items: list[Expression]) -> Expression:
    match kind:
        case "call":
            return call(name, *items[:-1], required=items[-1] if items else None)
        case "keywords":
            return call(name, **{f"{'pointer' * (index % 3)}_{index}": item for index, item in enumerate(items)})
        case "list":
            return listing(*items)
        case _:
            return Display(
                "{}", tuple((f"{literal(chr(97 + index) * 9 * index)}: ", item) for index, item in enumerate(items))
            )


_constants = _literals.map(lambda text: literal(ast.literal_eval(text))) | _names.filter(lambda name: name != "None")


@settings(max_examples=500, database=None, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(_expressions(st.recursive(_constants, _expressions, max_leaves=25)))
def test_what_is_settled_is_as_black_leaves_it(expression: Expression) -> None:
    returned, item = lay_out(expression, 4, len("return ")), lay_out(expression, 4, 0, 1)
    several, alone = ("x = (\n    ", item, ",\n    1,\n)\n"), ("x = (\n    ", item, ",\n)\n")
    for before, text, after in (("def f():\n    return ", returned, "\n"), several, alone):
        assert format_python(f"{before}{settled(text)}{after}") == black(f"{before}{text}{after}")


def test_a_name_for_what_is_settled_is_no_name_of_the_module() -> None:
    one, two = f"one({'1, ' * 9}1)", f"two({'2, ' * 9}2)"
    text = f'settled_0_ = "settled__1_"\nx = ({settled(one)}, {settled(two)})\n'
    assert settled(one) != one
    assert format_python(text) == f'settled_0_ = "settled__1_"\nx = ({one}, {two})\n'


@pytest.mark.parametrize("blank", [0, 1, 3])
def test_blank_lines_are_those_that_black_wants(blank: int) -> None:
    lines = [
        '"""What it is."""',
        "from a import b",
        "import c",
        "x = 1",
        "if x:",
        "    from d import e",
        "    y = 2",
        "@f",
        "class A(B):",
        '    """A short text.',
        '    """',
        "    z: int",
        '    """Two lines of',
        "    text.",
        '    """',
        "    def g(self) -> None:",
        '        """It does."""',
        "        def h() -> None:",
        "            return i",
        "        return h",
        "    w = 3",
        "v = 4",
        "def u() -> None:",
        "    from t import s",
        "    return s",
        "class R:",
        "    q = 5",
    ]
    text = ("\n" * (blank + 1)).join(lines) + "\n"
    assert format_python(text) == black(text)


def test_what_was_generated_is_as_black_leaves_it() -> None:
    files = [path for path in (*GOLDEN.rglob("*.py"), *GENERATED.rglob("*.py")) if "_runtime" not in path.parts]
    assert files
    for path in files:
        text = path.read_text("utf-8")
        assert format_python(text) == black(text) == text, path

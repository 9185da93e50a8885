"""Work out the checks of a report's arithmetic: sums, shares, differences, growth."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from scripts.model.edition import Report
from scripts.model.problem import Problem, nearest
from scripts.model.story import Check

LONGEST = 200  # characters of a sum
NAMES = "abcdefghijklmnopqrstuvwxyz"
OPERATORS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Both sides of a check worked out, and whether they agree within its tolerance."""

    check: Check
    left: Decimal
    right: Decimal

    @property
    def difference(self) -> Decimal:
        return self.left - self.right

    @property
    def agrees(self) -> bool:
        return abs(self.difference) <= self.check.tolerance


def calculate(expression: str, values: Mapping[str, Decimal]) -> Decimal:
    """The value of a sum such as "a / b * 100". Raises ValueError for anything but + - * / ( )."""
    if len(expression) > LONGEST:  # what is nested deeply enough would end Python itself
        raise ValueError(f"{len(expression)} characters; {LONGEST} at most")
    try:
        tree = ast.parse(expression, mode="eval")
        return _value(tree.body, values)
    except (SyntaxError, RecursionError, ArithmeticError) as error:
        raise ValueError(str(error) or "cannot be worked out") from None


def _value(node: ast.expr, values: Mapping[str, Decimal]) -> Decimal:
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        return OPERATORS[type(node.op)](_value(node.left, values), _value(node.right, values))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, values)
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return Decimal(str(node.value))
    if isinstance(node, ast.Name) and node.id in values:
        return values[node.id]
    raise ValueError(f"only numbers, + - * / ( ) and {', '.join(values)}: {ast.unparse(node)}")


def verdicts(report: Report) -> Iterator[Verdict]:
    """Every check that can be worked out; faulty ones are told by verify_checks."""
    for check in report.checks:
        worked = _work_out(check, report)
        if isinstance(worked, Verdict):
            yield worked


def verify_checks(report: Report) -> Iterator[Problem]:
    """Checks that name an unknown figure or cannot be worked out."""
    for check in report.checks:
        worked = _work_out(check, report)
        if isinstance(worked, Problem):
            yield worked


def _work_out(check: Check, report: Report) -> Verdict | Problem:
    figures = report.figure
    for id in check.of:
        if id not in figures:
            return check.where.problem(f"of: no such figure: {id}; {nearest(id, figures)}", "of")
    values = {name: figures[id].value for name, id in zip(NAMES, check.of, strict=False)}
    sides = []
    for key, expression in (("left", check.left), ("right", check.right)):
        try:
            sides.append(calculate(expression, values))
        except ValueError as error:
            told = f"{key}: {expression[:LONGEST]}: {error}; write a sum such as a + b"
            return check.where.problem(told, key)
    return Verdict(check, *sides)

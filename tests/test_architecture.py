"""The house rules that a machine can check, read from the source tree."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "tasman"
CORE = ("rules", "law")
OURS = ("src", "tests", "benchmarks", "examples")

LONGEST_MODULE = 450
LONG_FUNCTION = 40

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules(*folders: Path) -> list[Path]:
    """Every Python file below the folders that exist."""
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def at(path: Path, line: int, complaint: str) -> str:
    return f"{path.relative_to(ROOT)}:{line}: {complaint}"


def report(found: list[str]) -> None:
    """Fail with one line for each complaint."""
    assert not found, "\n" + "\n".join(found)


# --- How code is cut up ---


def test_no_module_is_longer_than_a_reader_can_hold():
    """No module of the package has more than 450 lines."""
    report(
        [
            at(path, lines, f"{lines} lines; split it, {LONGEST_MODULE} is the most")
            for path in modules(SOURCE)
            if (lines := len(path.read_text(encoding="utf-8").splitlines()))
            > LONGEST_MODULE
        ]
    )


def test_nine_functions_in_ten_are_short():
    """At least nine functions in ten have fewer than 40 lines."""
    lengths = [
        ((node.end_lineno or 0) - node.lineno + 1, at(path, node.lineno, node.name))
        for path in modules(SOURCE)
        for node in ast.walk(tree(path))
        if isinstance(node, Function)
    ]
    long = [f"{where}: {lines}" for lines, where in lengths if lines >= LONG_FUNCTION]
    assert len(long) * 10 <= len(lengths), "\n" + "\n".join(long)


def test_no_star_imports():
    """Every imported name is named."""
    report(
        [
            at(path, node.lineno, "star import")
            for path in modules(*(ROOT / folder for folder in OURS))
            for node in ast.walk(tree(path))
            if isinstance(node, ast.ImportFrom)
            and any(alias.name == "*" for alias in node.names)
        ]
    )


UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")


def test_nothing_is_left_for_later_in_a_comment():
    """Work left over is an issue, not a marker in the code."""
    report(
        [
            at(path, number, line.strip())
            for path in modules(*(ROOT / folder for folder in OURS))
            for number, line in enumerate(
                path.read_text(encoding="utf-8").splitlines(), 1
            )
            if UNFINISHED.search(line)
        ]
    )


# --- What code says of itself ---


def decorator_names(node: Function) -> set[str]:
    """The last part of each decorator's name: `setter` for `@term.setter`."""
    targets = [
        item.func if isinstance(item, ast.Call) else item
        for item in node.decorator_list
    ]
    return {
        target.attr if isinstance(target, ast.Attribute) else target.id
        for target in targets
        if isinstance(target, ast.Attribute | ast.Name)
    }


def public_functions(body: list[ast.stmt]) -> Iterator[Function]:
    """Public functions of a module and public methods of its public classes."""
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from public_functions(node.body)
        elif (
            isinstance(node, Function)
            and not node.name.startswith("_")
            and not decorator_names(node) & {"overload", "setter", "deleter"}
        ):
            yield node


def test_every_public_function_states_its_result():
    """Every public function has a docstring."""
    report(
        [
            at(path, node.lineno, f"{node.name} has no docstring")
            for path in modules(SOURCE)
            for node in public_functions(tree(path).body)
            if not ast.get_docstring(node)
        ]
    )


# --- What loads when ---

HEAVY = ("numpy", "numba", "pyarrow", "duckdb", "pydantic", "altair", "typer")


def loaded_by(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after a statement."""
    probe = f"{statement}; import sys; print(*sys.modules)"
    finished = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in finished.stdout.split()}


def test_importing_tasman_is_light():
    """`import tasman` loads no array, schema, chart or command-line library."""
    assert loaded_by("import tasman").isdisjoint(HEAVY)


# --- What the core may touch: not the clock, the disk or the network ---

CLOCK = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "time": {"time", "time_ns", "localtime", "gmtime", "sleep"},
}
DISK = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
OUTSIDE = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "requests", "smtplib",
    "socket", "ssl", "subprocess", "tempfile", "urllib", "webbrowser",
}  # fmt: skip


def outside_call(node: ast.Call) -> str | None:
    """What a call touches outside its arguments, if anything."""
    match node.func:
        case ast.Attribute(value=ast.Name(id=owner), attr=name) if name in CLOCK.get(
            owner, ()
        ):
            return f"{owner}.{name} reads the clock; take the date as an argument"
        case ast.Attribute(value=ast.Attribute(attr=owner), attr=name) if (
            name in CLOCK.get(owner, ())
        ):
            return f"{owner}.{name} reads the clock; take the date as an argument"
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in DISK:
            return f"{name} touches the disk; take the content as an argument"
    return None


def outside_import(node: ast.Import | ast.ImportFrom) -> str | None:
    """A module for talking to the outside that a statement imports, if any."""
    if isinstance(node, ast.ImportFrom):
        names = [node.module or ""] if node.level == 0 else []
    else:
        names = [alias.name for alias in node.names]
    found = [name for name in names if name.partition(".")[0] in OUTSIDE]
    return f"imports {found[0]}" if found else None


def outside(code: ast.Module) -> Iterator[tuple[int, str]]:
    """Every place where code touches the clock, the disk or the network."""
    for node in ast.walk(code):
        complaint = None
        if isinstance(node, ast.Call):
            complaint = outside_call(node)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            complaint = outside_import(node)
        if complaint:
            yield node.lineno, complaint


@pytest.mark.parametrize("package", CORE)
def test_the_core_reads_no_clock_disk_or_network(package):
    """Rules and law are functions of their arguments alone."""
    report(
        [
            at(path, line, complaint)
            for path in modules(SOURCE / package)
            for line, complaint in outside(tree(path))
        ]
    )


@pytest.mark.parametrize(
    ("code", "touches"),
    [
        ("import datetime\nx = datetime.datetime.now()", True),
        ("from datetime import date\nx = date.today()", True),
        ("import time\nx = time.time()", True),
        ("x = open('law.csv')", True),
        ("from pathlib import Path\nx = Path('a').read_text()", True),
        ("from urllib.request import urlopen", True),
        ("import socket", True),
        ("from datetime import date\nx = date(2014, 12, 11)", False),
        ("x = day.today_or_later()", False),
    ],
)
def test_the_guard_on_the_core_sees(code, touches):
    """The guard catches each way to the outside and lets plain code pass."""
    assert bool(list(outside(ast.parse(code)))) is touches


# --- Dates of the law stand in decorators, never in the body of a rule ---

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DAY_MAKERS = {"date", "datetime", "Day", "day"}
# A named reform is a patch, and says from when it applies: amend(..., since="...").
DATED = {"since", "until", "known_since", "known_until"}
# An Act says from when Tasman answers for it, and when its text was verified.
DATED |= {"opens", "verified_on"}


def spared(code: ast.Module) -> set[int]:
    """The expressions that may hold a date: docstrings and the dates of a patch."""
    found: set[int] = set()
    for node in ast.walk(code):
        match node:
            case ast.Expr(value=ast.Constant() as text):
                found.add(id(text))
            case ast.keyword(arg=name, value=value) if name in DATED:
                found.add(id(value))
    return found


def is_day(node: ast.AST) -> bool:
    """Whether an expression spells out a day: "2014-12-11" or date(2014, 12, 11)."""
    match node:
        case ast.Constant(value=str(text)):
            return DAY.fullmatch(text.strip()) is not None
        case ast.Call(
            func=ast.Name(id=maker) | ast.Attribute(attr=maker),
            args=[ast.Constant(value=int()), *_],
        ):
            return maker in DAY_MAKERS
    return False


def days_in_bodies(code: ast.Module) -> list[int]:
    """Lines of the days spelled out in the body of a function or lambda."""
    allowed = spared(code)
    bodies = [
        node.body if isinstance(node.body, list) else [node.body]
        for node in ast.walk(code)
        if isinstance(node, Function | ast.Lambda)
    ]
    return sorted(
        {
            part.lineno
            for body in bodies
            for statement in body
            for part in ast.walk(statement)
            if is_day(part) and id(part) not in allowed
        }
    )


def test_no_rule_spells_out_a_date():
    """Only decorators under tasman/law carry dates: rules never test for one."""
    report(
        [
            at(path, line, "a date in a rule's body; make it a version of the rule")
            for path in modules(SOURCE / "law")
            for line in days_in_bodies(tree(path))
        ]
    )


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ('@p("1", since="2014-12-11")\ndef f(x):\n    return x', []),
        ('def f(x):\n    """2014-12-11"""\n    return x', []),
        ('def f(x):\n    return x.on < "2014-12-11"', [2]),
        ("def f(x):\n    return x.on < date(2014, 12, 11)", [2]),
        ('g = q(when=lambda x: x.on < "2014-12-11")', [1]),
        ('def f(law):\n    return law.amend("1", since="2014-12-11")', []),
        ('def f(x):\n    return lack("unread since 2014-12-11")', []),
        ('DAY = "2014-12-11"', []),
    ],
)
def test_the_guard_on_dates_sees(code, lines):
    """The guard sees a date in a body and passes decorators, prose and patches."""
    assert days_in_bodies(ast.parse(code)) == lines


# --- What is installed ---

PINS = ("constraints.txt", "constraints-runtime.txt", "constraints-spark.txt")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)")


def canonical(name: str) -> str:
    """A distribution's name in the one spelling that tells names apart."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(name: str) -> set[tuple[str, str]]:
    """The names and versions that a file of pins holds."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {
        (canonical(found[1]), found[2]) for line in lines if (found := PIN.match(line))
    }


def declared(*extras: str) -> set[str]:
    """The names of the distributions that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"])
    wanted += project["dependency-groups"]["build"]
    for extra in extras:
        wanted += project["project"]["optional-dependencies"][extra]
    named = {canonical(re.split(r"[^A-Za-z0-9._-]", item)[0]) for item in wanted}
    return named - {"tasman"}  # itself, with another extra


@pytest.mark.parametrize("name", PINS)
def test_every_pin_has_a_hash_and_no_address(name):
    """Each pinned distribution is known by its hash, wherever it comes from."""
    text = (ROOT / name).read_text(encoding="utf-8")
    unhashed = [
        block.splitlines()[0]
        for block in re.split(r"\n(?=[A-Za-z])", text)
        if PIN.match(block) and "--hash=sha256:" not in block
    ]
    assert (unhashed, "://" in text, "index" in text) == ([], False, False)


@pytest.mark.parametrize(
    ("name", "extras"),
    [
        ("constraints-runtime.txt", ()),
        (
            "constraints.txt",
            ("population", "charts", "notebook", "dev"),
        ),
        ("constraints-spark.txt", ("spark",)),
    ],
)
def test_everything_declared_is_pinned(name, extras):
    """A dependency added to pyproject.toml is pinned too: run `make pins`."""
    assert declared(*extras) - {name for name, _ in pinned(name)} == set()


def test_the_files_of_pins_agree():
    """`make demo`, `make test` and `make test-spark` install the same versions."""
    everything = pinned("constraints.txt")
    assert pinned("constraints-runtime.txt") <= everything
    more = {name for name, _ in pinned("constraints-spark.txt") - everything}
    assert more == {"pyspark", "py4j"}

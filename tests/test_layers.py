"""The layers of the package are a fence: who may import whom, which library each alone knows, what is pure."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "signals"

BASE = {"errors", "model", "metrics", "periods", "purchase_days"}
STATISTICS = BASE | {"stats"}
PURE = STATISTICS | {"detectors", "drivers", "voice", "triage", "charts", "records", "settings"}
WORK = PURE | {"store", "ingest", "listen", "act", "pipeline", "demo"}
EDGE = WORK | {"commands"}

LAYERS = {  # folder or module of signals/ -> what it may import from us, besides itself
    "errors": set(),
    "model": {"errors"},
    "metrics": {"errors", "model"},
    "periods": {"errors"},
    "purchase_days": {"errors"},
    "settings": {"errors", "periods"},
    "records": {"errors", "model"},
    "stats": {"errors"},
    "detectors": STATISTICS,
    "drivers": STATISTICS,
    "voice": STATISTICS,
    "triage": STATISTICS | {"voice"},
    "charts": {"model", "metrics", "periods"},
    "store": {"model", "periods", "errors", "settings"},
    "ingest": {"store", "model", "periods", "errors", "settings"},
    "listen": {"store", "model", "periods", "errors"},
    "act": {"store", "model", "periods", "errors"},
    "demo": {"errors", "model", "periods"},  # makes files; it knows nothing of what will read them
    "pipeline": WORK,
    "commands": WORK,
    "ui": EDGE,
    "__main__": EDGE,
    "__init__": {"detectors", "ingest"},  # the functions of DESIGN section 6 for a notebook
    "pages": {"ui", "triage", "charts", "metrics", "model", "errors"},
    "app": {"ui", "settings"},
}
LIBRARIES = {  # library -> the layers that alone know it
    "scipy": {"stats"},
    "plotly": {"charts"},
    "sqlalchemy": {"store", "ingest", "pipeline"},
    "psycopg": {"store"},
    "duckdb": {"ingest"},  # reads CSV in memory whatever the store is
    "streamlit": {"ui", "pages", "app"},
    "starlette": {"ui", "app"},
    "python_multipart": {"ui"},
    "openpyxl": {"ingest", "ui"},
    "holidays": {"pipeline"},
}
PURE_LAYERS = {
    "errors", "model", "metrics", "periods", "purchase_days", "settings", "records", "stats", "detectors", "drivers",
    "voice", "triage", "charts",
}  # fmt: skip
READS_THE_ENVIRONMENT = {"ui", "app", "__main__"}
PAGE_STRANGERS = {"pandas", "numpy", "scipy", "sqlalchemy", "plotly", "duckdb"}
OUTSIDE = {"socket", "urllib", "http", "requests", "subprocess", "random", "time", "tempfile", "shutil", "sqlite3"}
IMPURE_CALLS = {
    "open", "print", "input", "os.environ", "os.getenv", "datetime.now", "datetime.utcnow", "datetime.today",
    "date.today", "time.time", "pd.Timestamp.now", "pd.Timestamp.today", "pd.read_csv", "np.random.seed",
}  # fmt: skip
SEEDED = {"Generator", "default_rng", "SeedSequence"}  # of numpy.random: nothing hidden in them once they have a seed
FILE_METHODS = {"read_text", "write_text", "read_bytes", "write_bytes", "mkdir", "unlink", "to_csv"}


def layer_of(path: Path) -> str:
    place = path.relative_to(ROOT).parts
    if place[0] != "signals":
        return Path(place[0]).stem
    return Path(place[1]).stem


def modules() -> list[Path]:
    return [*sorted(PACKAGE.rglob("*.py")), *sorted((ROOT / "pages").glob("*.py")), ROOT / "app.py"]


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(syntax: ast.AST) -> set[str]:
    """Dotted names of everything imported, wherever the import stands; `from a import b` is a.b."""
    names = set()
    for node in ast.walk(syntax):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute, so that this test can read them"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def own_layers(names: set[str]) -> set[str]:
    """Layers of ours among dotted names; `signals.find_downturns` is `__init__`."""
    parts = [name.split(".") for name in names if name.split(".")[0] == "signals"]
    return {part[1] if len(part) > 1 and part[1] in LAYERS else "__init__" for part in parts}


def dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def impurities(syntax: ast.AST) -> list[str]:
    """What reaches for a file, the clock, the environment or hidden randomness."""
    found = [name for name in imported(syntax) if name.split(".")[0] in OUTSIDE or name.split(".")[0] == "os"]
    for node in ast.walk(syntax):
        name = dotted(node) if isinstance(node, ast.Name | ast.Attribute) else ""
        if name in IMPURE_CALLS or any(name.endswith(f".{call}") for call in IMPURE_CALLS if "." in call):
            found.append(f"{name} (line {node.lineno})")
        if name.startswith(("np.random.", "numpy.random.")) and name.split(".")[2] not in SEEDED:
            found.append(f"{name} (line {node.lineno})")
        if isinstance(node, ast.Attribute) and node.attr in FILE_METHODS:
            found.append(f"{node.attr} (line {node.lineno})")
        if (
            isinstance(node, ast.Call)
            and dotted(node.func).endswith("default_rng")
            and not (node.args or node.keywords)
        ):
            found.append(f"default_rng without a seed (line {node.lineno})")
        if isinstance(node, ast.keyword) and node.arg == "inplace":
            found.append(f"inplace (line {node.lineno})")
    return found


def methods() -> dict[str, Path]:
    """The detectors: the modules of signals/detectors with a METHOD for the reader."""
    return {
        f"signals.detectors.{path.stem}": path
        for path in (PACKAGE / "detectors").glob("*.py")
        for node in tree(path).body
        if isinstance(node, ast.Assign) and any(dotted(target) == "METHOD" for target in node.targets)
    }


def reached(start: str) -> set[str]:
    """Modules of signals/detectors that a module imports, directly or through others."""
    known, open_ends = set(), {start}
    while open_ends:
        path = ROOT / (open_ends.pop().replace(".", "/") + ".py")
        names = {
            ".".join(name.split(".")[:3]) for name in imported(tree(path)) if name.startswith("signals.detectors.")
        }
        open_ends |= names - known
        known |= names
    return known


def own_name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", modules(), ids=own_name)
def test_a_layer_imports_only_what_its_row_allows(path):
    layer = layer_of(path)
    assert layer in LAYERS, f"{layer} has no row in this test's table"
    assert own_layers(imported(tree(path))) - {layer} <= LAYERS[layer]


@pytest.mark.parametrize("path", modules(), ids=own_name)
def test_a_library_is_known_to_its_layers_alone(path):
    roots = {name.split(".")[0] for name in imported(tree(path))}
    strangers = {library for library in roots & LIBRARIES.keys() if layer_of(path) not in LIBRARIES[library]}
    assert not strangers


@pytest.mark.parametrize("path", [path for path in modules() if layer_of(path) in PURE_LAYERS], ids=own_name)
def test_a_pure_layer_reaches_for_nothing_outside_its_arguments(path):
    assert impurities(tree(path)) == []


@pytest.mark.parametrize(
    "code",
    [
        "open('x')",
        "import os",
        "from datetime import datetime\ndatetime.now()",
        "import datetime\ndatetime.date.today()",
        "import numpy as np\nnp.random.normal(3)",
        "import numpy as np\nnp.random.default_rng()",
        "from random import random",
        "from pathlib import Path\nPath('x').read_text()",
        "frame.dropna(inplace=True)",
    ],
)
def test_impurity_is_recognised(code):
    assert impurities(ast.parse(code))


@pytest.mark.parametrize("path", modules(), ids=own_name)
def test_only_the_edge_reads_the_environment(path):
    is_reading = any(
        dotted(node) in {"os.environ", "os.getenv"} for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)
    )
    assert not is_reading or layer_of(path) in READS_THE_ENVIRONMENT


def test_every_module_of_the_package_is_read_here():
    assert {layer_of(path) for path in modules()} == set(LAYERS)


def test_a_detector_imports_no_other_detector():
    detectors = methods()
    assert len(detectors) >= 4
    for name in detectors:
        assert not reached(name) & (detectors.keys() - {name}), name


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=own_name)
def test_a_page_imports_no_page_and_computes_nothing(path):
    names = imported(tree(path))
    assert not {name for name in names if name.split(".")[0] == "pages"}
    assert not {name.split(".")[0] for name in names} & PAGE_STRANGERS


def test_nothing_in_the_package_imports_a_page():
    for path in PACKAGE.rglob("*.py"):
        assert not {name for name in imported(tree(path)) if name.split(".")[0] in {"pages", "app"}}, path


def test_a_page_asks_for_data_at_one_door():
    """Of ui, data and jobs alone (they open the database and run loads) know the pipeline or the store."""
    for path in (PACKAGE / "ui").glob("*.py"):
        if own_layers(imported(tree(path))) & {"pipeline", "store"}:
            assert path.stem in {"data", "jobs"}, path


@pytest.mark.parametrize("path", [path for path in modules() if path.read_text().strip()], ids=own_name)
def test_a_module_starts_with_one_sentence(path):
    assert ast.get_docstring(tree(path)), "the first sentence says which question the module answers"

"""Loading, saving and changing a case load none of the heavy libraries."""

import subprocess
import sys
from pathlib import Path

from tasman.facts.loading import load_case
from tasman.facts.saving import dump_case

FIXTURE = Path(__file__).parent / "fixtures" / "version-1.yaml"
HEAVY = ("pydantic", "numpy", "typer", "rich", "pyarrow", "numba", "hypothesis")


def test_loading_saving_and_changing_a_case_need_no_heavy_library():
    modules = "loading saving paths migration template schema"
    imports = "; ".join(f"import tasman.facts.{name}" for name in modules.split())
    code = f"import sys; {imports}; print(sorted(set({HEAVY}) & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert out.stdout.decode().strip() == "[]"


def test_json_grows_in_proportion_to_what_it_holds(tmp_path):
    case = load_case(FIXTURE)
    path = tmp_path / "case.json"
    path.write_text(dump_case(case, "json"))
    assert load_case(path) == case

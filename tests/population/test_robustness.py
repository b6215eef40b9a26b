"""What can go wrong with a long run: it is told, and nothing is half written."""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tasman.cli.main import run as command
from tasman.facts.days import day
from tasman.facts.errors import BadValue, CaseErrors
from tasman.population.asking import Ask
from tasman.population.calibration import published
from tasman.population.making import make
from tasman.population.reading import open_people
from tasman.population.resuming import Progress, Stopped, follow
from tasman.population.simulate import run
from tasman.population.workers import counter, gathered
from tests.population.clusters import counts, spread, wait_for

ASK = Ask(as_at="as_at", known_at=day(2026, 11, 21), provisions=("501(3A)", "501(2)"))
SHORT = Ask(day(2020), day(2026), provisions=("501(7)(c)",))
TASMAN = "from tasman.cli.main import main; import sys; main(sys.argv[1:])"


def in_a_process(*words, most_bytes=None):
    """The command as a process of its own, which may write files only so long."""

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

    return subprocess.Popen(
        [sys.executable, "-c", TASMAN, *map(str, words)],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        preexec_fn=limit if most_bytes else None,
    )


def record(out: Path) -> Path:
    """Where the progress towards an output is kept."""
    return out.with_name(f".{out.name}.progress")


# --- Stopped ---


@pytest.mark.parametrize(
    ("what", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_a_run_that_is_stopped_leaves_no_results_and_goes_on(
    what, code, people_file, tmp_path, monkeypatch
):
    """By Ctrl-C or by force: the second run reads the rest, and the answer is whole."""
    people = spread(people_file, tmp_path, rows=200_000, groups=80)
    out, whole = tmp_path / "out.parquet", tmp_path / "whole.parquet"
    words = ["simulate", str(people.path), "--provision", "501(3A)", "--out"]
    started = in_a_process(*words, out, "--threads", "1")
    wait_for("progress", lambda: record(out).exists() or started.poll() is not None)
    started.send_signal(what)
    _, said = started.communicate(timeout=120)
    assert started.returncode == code, said.decode()
    assert not out.exists()
    done = json.loads(record(out).read_text())["groups"]
    assert 0 < done < people.row_groups
    read = []
    from tasman.population import simulate

    one_group = simulate.count_groups
    monkeypatch.setattr(
        simulate, "count_groups", lambda q, p, g: read.append(g) or one_group(q, p, g)
    )
    assert command([*words, str(out)]) == 0
    assert sorted(each.start for each in read) == [*range(done, people.row_groups)]
    assert command([*words, str(whole)]) == 0
    assert pq.read_table(out).equals(pq.read_table(whole))
    assert not record(out).exists()


def stopped_half_way(people, out):
    """Leave the record of a run that two row groups in was stopped."""
    seen = []

    def stop(rows):
        seen.append(rows)
        if len(seen) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(ASK.question(), people, out, threads=1, on_rows=stop)
    assert record(out).exists()


def test_another_file_of_the_same_name_is_begun_anew(people_file, tmp_path):
    """Half of one file and half of another would be an answer about neither."""
    out = tmp_path / "out.parquet"
    people = spread(people_file, tmp_path)
    stopped_half_way(people, out)
    table = pq.read_table(people_file).slice(20_000, 20_000)
    pq.write_table(table, people.path, row_group_size=2_500)
    other = open_people(people.path)
    rest = []
    found = run(ASK.question(), other, out, on_rows=rest.append)
    assert rest[0] == 0 and sum(rest) == other.rows
    whole = run(ASK.question(), other, tmp_path / "whole.parquet")
    assert counts(found) == counts(whole)


def test_a_file_written_again_in_place_is_begun_anew(people_file, tmp_path):
    """Its size and its end may be the same: the day it was changed is not."""
    out = tmp_path / "out.parquet"
    people = spread(people_file, tmp_path)
    stopped_half_way(people, out)
    later = people.path.stat().st_mtime_ns + 1_000_000_000
    os.utime(people.path, ns=(later, later))
    rest = []
    run(ASK.question(), open_people(people.path), out, on_rows=rest.append)
    assert rest[0] == 0


@pytest.mark.parametrize("groups", [8, 3])
def test_a_file_that_changes_during_a_run_is_refused(groups, people_file, tmp_path):
    """Neither results nor progress: what was counted belongs to no file any more."""
    out = tmp_path / "out.parquet"
    people = spread(people_file, tmp_path)

    def change(rows):
        if rows:
            spread(people_file, tmp_path, rows=18_000, groups=groups)

    with pytest.raises(CaseErrors, match="changed while it was read"):
        run(ASK.question(), people, out, threads=1, on_rows=change)
    assert list(tmp_path.iterdir()) == [people.path]


@pytest.mark.parametrize(
    "damage",
    [
        lambda told: told["counts"].pop(),
        lambda told: told["counts"][1].popitem(),
        lambda told: told.update(persons=1),
        lambda told: told.update(groups=-1),
        lambda told: told["counts"].__setitem__(1, "many"),
        lambda told: told.pop("persons"),
    ],
)
def test_a_damaged_record_of_progress_counts_for_nothing(damage, people_file, tmp_path):
    """Not for a part of it either, which would count somebody twice."""
    out = tmp_path / "out.parquet"
    people = spread(people_file, tmp_path)
    stopped_half_way(people, out)
    told = json.loads(record(out).read_text())
    damage(told)
    record(out).write_text(json.dumps(told))
    key, tables = ASK.question().key(people), ASK.question().tables()
    progress = Progress.of(out, key, tables)
    assert (progress.groups, progress.persons) == (0, 0)
    assert not any(table.counts for table in tables)


@pytest.mark.parametrize(
    ("error", "kept"),
    [(Stopped("x", "y"), True), (BadValue("x", "y"), False), (OSError(5, "x"), True)],
)
def test_what_is_done_is_kept_unless_the_file_is_at_fault(
    error, kept, people_file, tmp_path
):
    """A worker or a disk that fails does not undo the work; a bad value does."""
    people, out = spread(people_file, tmp_path), tmp_path / "out.parquet"
    progress = Progress.of(out, "key", ASK.question().tables())

    def pieces(first):
        yield 1, 0, ASK.question().tables()
        raise error

    with pytest.raises(type(error)):
        follow(progress, people, pieces, lambda rows: None)
    assert record(out).exists() is kept


# --- Where results go ---


def test_an_output_that_cannot_stand_is_refused_before_the_work(
    people_file, tmp_path, capsys, monkeypatch
):
    """No folder, a folder of that name, a device: no row is read."""
    from tasman.population import simulate

    monkeypatch.setattr(simulate, "count_groups", None)
    os.mkfifo(tmp_path / "pipe")
    for out, said in (
        (tmp_path / "none" / "out.parquet", "there is no such folder"),
        (tmp_path, "is a folder"),
        (tmp_path / "pipe", "is no ordinary file"),
    ):
        assert command(["simulate", str(people_file), "--out", str(out)]) == 2
        told = capsys.readouterr().err
        assert said in told and str(tmp_path) in told
    assert list(tmp_path.iterdir()) == [tmp_path / "pipe"]


@pytest.mark.parametrize("most_bytes", [100, 2_000])
def test_a_full_disk_is_told_and_leaves_nothing_half_written(
    most_bytes, people_file, tmp_path
):
    """Full at the first record of progress, or only when the results are written."""
    people = spread(people_file, tmp_path)
    out, whole = tmp_path / "out.parquet", tmp_path / "whole.parquet"
    words = ["simulate", str(people.path), "--provision", "501(3A)", "--out"]
    assert command([*words, str(whole)]) == 0
    assert whole.stat().st_size > 2_000
    started = in_a_process(*words, out, most_bytes=most_bytes)
    _, said = started.communicate(timeout=120)
    assert started.returncode == 2, said.decode()
    assert "out.parquet" in said.decode() and "too large" in said.decode()
    left = {people.path, whole} | ({record(out)} if most_bytes > 100 else set())
    assert set(tmp_path.iterdir()) == left
    assert command([*words, str(out)]) == 0
    assert pq.read_table(out).equals(pq.read_table(whole))


def test_where_each_row_group_stands_is_read_once(people_file, tmp_path, monkeypatch):
    """Of a file of many, it takes longer to read than one of them."""
    from tasman.population import reading

    people = spread(people_file, tmp_path)
    read, one = [], pq.read_metadata
    monkeypatch.setattr(
        reading.pq, "read_metadata", lambda path: read.append(path) or one(path)
    )
    run(ASK.question(), people, tmp_path / "out.parquet", threads=1)
    assert read == [people.path]


# --- Damage within ---

ELEMENT = pa.struct(
    [
        ("kind", pa.int32()),
        ("term_months_at_least", pa.int32()),
        ("others", pa.bool_()),
    ]
)


def listed(path, lengths):
    """People with so many sentences each, in a file whose bytes are easy to find."""
    one = {"kind": 1, "term_months_at_least": 6, "others": False}
    rows = pa.array([[one] * length for length in lengths], pa.list_(ELEMENT))
    pq.write_table(
        pa.table({"sentences": rows}),
        path,
        compression="none",
        use_dictionary=False,
        write_statistics=False,
    )
    with pq.ParquetFile(path) as file:
        chunk = file.metadata.row_group(0).column(0)
        return chunk.data_page_offset, chunk.total_compressed_size


def test_lists_whose_columns_disagree_are_refused(tmp_path):
    """Else one person's sentences would be counted as another's."""
    path, other = tmp_path / "cases.parquet", tmp_path / "other.parquet"
    place, size = listed(path, [1, 3, 2, 2])
    assert (place, size) == listed(other, [3, 1, 2, 2])
    spliced = bytearray(path.read_bytes())
    spliced[place : place + size] = other.read_bytes()[place : place + size]
    path.write_bytes(spliced)
    with pytest.raises(CaseErrors, match=r"columns of sentences .* in row 1"):
        run(SHORT.question(), open_people(path), tmp_path / "out.parquet")


def test_lists_whose_columns_hold_unequally_many_are_refused(tmp_path):
    """As the file itself says of each row group."""
    path = tmp_path / "cases.parquet"
    listed(path, [1, 3, 2, 3])
    raw = path.read_bytes()
    nine, ten = b"\x15\x00\x16\x12", b"\x15\x00\x16\x14"  # compression, then values
    assert raw.count(nine) == 3
    path.write_bytes(raw.replace(nine, ten, 1))
    with pytest.raises(CaseErrors, match=r"columns of sentences .* in row group 1"):
        run(SHORT.question(), open_people(path), tmp_path / "out.parquet")


def test_a_byte_that_changed_in_our_own_file_is_noticed(tmp_path):
    """Files made here carry checksums: no number changes unseen."""
    path = tmp_path / "people.parquet"
    make(published(), 200, 7, path)
    whole = path.read_bytes()
    with pq.ParquetFile(path) as file:
        chunks = [file.metadata.row_group(0).column(i) for i in range(len(file.schema))]
    wanted = ("sentences.list.element.kind", "born_on_from")
    ends = {
        chunk.path_in_schema: (chunk.dictionary_page_offset or chunk.data_page_offset)
        + chunk.total_compressed_size
        for chunk in chunks
    }
    ask = Ask("as_at", day(2026), provisions=("501(7)(c)",), by=("age",))
    run(ask.question(), open_people(path), tmp_path / "out.parquet")
    for name in wanted:
        changed = bytearray(whole)
        changed[ends[name] - 1] ^= 1
        path.write_bytes(changed)
        with pytest.raises(CaseErrors, match="cannot be read as Parquet"):
            run(ask.question(), open_people(path), tmp_path / "other.parquet")


def test_a_batch_whose_lists_do_not_fit_is_refused():
    """Offsets that run backwards, as only a broken table could have."""
    elements = pa.array([{"kind": 1}] * 3, pa.struct([("kind", pa.int32())]))
    offsets = pa.array([0, 3, 1], pa.int32()).buffers()[1]
    type_ = pa.list_(elements.type)
    broken = pa.ListArray.from_buffers(type_, 2, [None, offsets], children=[elements])
    batch = pa.record_batch({"sentences": broken})
    found = pa.Table.from_batches(counter(SHORT)(iter([batch])))
    with pytest.raises(BadValue, match="do not hold together"):
        gathered(found, SHORT.question().tables())

import json


def test_each_mark_stands_in_the_text_and_in_the_list_below(parley, raw):
    result = parley("explain", raw)
    assert result.returncode == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "strait-talks"
    assert any("found that ⟦51%⟧ of Norwegians" in line for line in lines)
    (share,) = [line for line in lines if line.startswith("  share 51%")]
    assert "→ poll_results 1999-06-gallup" in share
    (left,) = [line for line in lines if line.startswith("  share 9%")]
    assert "left: " in left
    assert "shares: 3 found, 2 extracted, 0 rejected, 1 left" in lines
    assert "\x1b" not in result.stdout


def test_json_has_every_mark_with_true_offsets(parley, raw):
    result = parley("explain", raw, "--json")
    (line,) = result.stdout.splitlines()
    document = json.loads(line)
    assert document["document_id"] == "strait-talks"
    text = (raw / "strait-talks.txt").read_text(encoding="utf-8")
    assert len(document["marks"]) >= 6
    for mark in document["marks"]:
        assert text[mark["start"] : mark["end"]] == mark["quote"]
        assert bool(mark["record_id"]) == (mark["reason"] is None)
    found = sum(counts["found"] for counts in document["coverage"].values())
    assert found == len(document["marks"])
    assert document["coverage"]["share"] == {
        "found": 3,
        "extracted": 2,
        "rejected": 0,
        "left": 1,
    }


def test_a_text_without_marks_says_so(parley, tmp_path):
    (tmp_path / "heron.txt").write_text("A heron stood in the reeds all day.\n")
    result = parley("explain", tmp_path / "heron.txt")
    assert "No percentage, date or count in this text." in result.stdout


def test_terminal_codes_in_a_text_are_not_obeyed(parley, tmp_path):
    (tmp_path / "odd.txt").write_text("Odd\n\nIn May 1999 \x1b[2J they met in Oslo.\n")
    result = parley("explain", tmp_path / "odd.txt")
    assert result.returncode in (0, 2)
    assert "\x1b" not in result.stdout + result.stderr

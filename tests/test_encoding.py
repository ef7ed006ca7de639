"""The whole file decides in which letters it is written."""

import pytest

from signals.errors import IngestRejected
from signals.ingest.encoding import Encoding, encoding_of, utf8_blocks

TEXT = "id,name\n1,Müller\n2,Ångström – Söhne\n"


def decoded(content: bytes, size: int = 7) -> str:
    blocks = [content[place : place + size] for place in range(0, len(content), size)]
    return b"".join(utf8_blocks(blocks, encoding_of([content]))).decode()


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"), ("utf-32", "utf-32-le"), ("cp1252", "cp1252"),
    ],
)  # fmt: skip
def test_an_encoding_is_recognised_and_undone_block_by_block(codec, name):
    content = TEXT.encode(codec)
    assert encoding_of([content]).name == name
    assert decoded(content) == TEXT


def test_latin_1_is_told_from_windows_1252_by_its_letters():
    assert encoding_of(["id,name\n1,Müller\n".encode("latin-1")]).name == "latin-1"


def test_signs_inside_words_are_no_other_encoding():
    text = "id,name\n1,it’s\n2,twenty–one\n3,Käse\n4,MÜLLER\n5,a…b\n6,Œuvre d’été\n7,10 m³/h\n"
    assert decoded(text.encode("cp1252")) == text


def test_the_first_letter_beyond_ascii_may_stand_at_the_very_end():
    blocks = [b"id,name\n" + b"1,x\n" * 50_000, b"2,M\xfcller\n"]
    assert encoding_of(blocks).name == "latin-1"
    assert encoding_of([blocks[0], "2,Müller\n".encode()]).name == "utf-8"


def test_a_letter_may_stand_across_two_blocks():
    content = "id\nMüller\n".encode()
    assert encoding_of([content[:5], content[5:]]) == Encoding("utf-8", b"", 0)


def test_a_few_damaged_lines_do_not_turn_utf8_into_something_else():
    content = ("x,Ö\n" * 9).encode() + "y,Ö\n".encode("cp1252")
    assert encoding_of([content]) == Encoding("utf-8", b"", 1)
    assert b"\xd6" in b"".join(utf8_blocks([content], Encoding("utf-8", b"", 1)))


@pytest.mark.parametrize(
    "content",
    [
        "x,Ö\n".encode() + "y,Ö\n".encode("cp1252") * 2,
        "id,名前\n1,日本語テスト\n".encode("shift-jis"),
        "id,имя\n1,Мария Иванова\n".encode("cp1251"),
        b"id,name\n1,\x81\x8d\n",
        "id,name\n1,Käse\n2,Möhre\n".encode("cp850"),
        "id,name\n1,Käse\n2,Gläser\n".encode("mac-roman"),
        "id,name\n1,MÜLLER\n2,ÄRZTE\n".encode("cp437"),
        "id,name\n1,Łódź Żółć Spółka\n".encode("cp1250"),
        "id,name\n1,Łódź Żółć Spółka\n".encode("iso8859-2"),
    ],
)
def test_letters_that_cannot_be_told_are_refused(content):
    with pytest.raises(IngestRejected) as refused:
        encoding_of([content])
    assert refused.value.reason == "bad_encoding"


@pytest.mark.parametrize("content", [bytes(range(256)) * 4, b"\x00" * 100, b"\x01\x02\x03\x04\x05\x06ab"])
def test_bytes_that_are_no_letters_are_refused(content):
    with pytest.raises(IngestRejected) as refused:
        encoding_of([content])
    assert refused.value.reason == "binary_file"


def test_a_wide_file_cut_in_half_a_letter_is_refused():
    content = TEXT.encode("utf-16")[:-1]
    with pytest.raises(IngestRejected) as refused:
        decoded(content)
    assert refused.value.reason == "bad_encoding"


def test_one_stray_nul_makes_no_binary_file():
    assert encoding_of([b"id,name\n" + b"1,abc\n" * 30 + b"2,\x00\n"]).name == "utf-8"

"""What is the file wrapped in (gzip, zip, a workbook), and is it safe to unwrap?"""

import gzip
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from signals.errors import IngestRejected

BLOCK_BYTES = 4 << 20
MOST_BYTES = 8 << 30  # of text after unpacking; a line-per-minute export of ten years is a tenth of it
MOST_RATIO = 250  # unpacked to packed; real exports pack 5 to 40 times, repetitive ones 100
RATIO_MATTERS_FROM = 64 << 20  # bytes unpacked; below it, a ratio harms nobody
MOST_WORKBOOK_BYTES = 300 << 20  # a workbook's shared texts are held in memory

_MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old workbook"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"%PDF-", "a PDF document"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3\x00", "a database file"),
    (b"\x7fELF", "a program"),
)
_PACKED = ("gzip", "zip", "bzip2", "xz", "7z", "rar", "zstd")


@dataclass(frozen=True)
class Bytes:
    """A stream of bytes that can be read more than once."""

    path: Path
    container: str  # "", "gzip" or "zip"
    member: str = ""  # of a zip

    def blocks(self) -> Iterator[bytes]:
        """Blocks of at most BLOCK_BYTES, refused as soon as they unpack to too much."""
        packed = self.path.stat().st_size
        size = 0
        try:
            with self._open() as stream:
                while block := stream.read(BLOCK_BYTES):
                    size += len(block)
                    refuse_bomb(packed=packed, unpacked=size, is_packed=bool(self.container))
                    yield block
        except (EOFError, gzip.BadGzipFile, zlib.error, zipfile.BadZipFile) as error:
            raise IngestRejected(
                "compressed_file", "The compressed file is damaged or cut off; pack it again."
            ) from error
        except (RuntimeError, NotImplementedError) as error:
            raise IngestRejected("compressed_file", f"The zip file cannot be opened: {error}.") from error

    def _open(self):
        if self.container == "gzip":
            return gzip.open(self.path)
        if self.container == "zip":
            return zipfile.ZipFile(self.path).open(self.member)
        return self.path.open("rb")


@dataclass(frozen=True)
class Workbook:
    """An xlsx file, to be read sheet by sheet."""

    path: Path
    container: str = "xlsx"


def source_of(path: Path) -> Bytes | Workbook:
    """What stands at `path`, judged by its first bytes and never by its name."""
    with path.open("rb") as stream:
        head = stream.read(512)
    if not head:
        raise IngestRejected("empty_file", "The file is empty.")
    kind = magic_of(head)
    if kind == "gzip":
        return Bytes(path, "gzip")
    if kind == "zip":
        return _inside_zip(path)
    refuse_binary(head)
    return Bytes(path, "")


def magic_of(head: bytes) -> str:
    return next((name for magic, name in _MAGIC if head.startswith(magic)), "")


def refuse_binary(head: bytes) -> None:
    """Raises if the first bytes of the unwrapped content belong to something that is no text."""
    kind = magic_of(head)
    if kind == "old workbook":
        raise IngestRejected("excel_file", "This is an old Excel file (xls); save it as xlsx or CSV.")
    if kind in _PACKED:
        raise IngestRejected("compressed_file", f"The file is packed ({kind}); unpack it and load what is inside.")
    if kind:
        raise IngestRejected("binary_file", f"This is {kind}, not a table of text.")


def refuse_bomb(*, packed: int, unpacked: int, is_packed: bool) -> None:
    if unpacked > MOST_BYTES:
        raise IngestRejected("too_large", f"The file holds more than {MOST_BYTES >> 30} GB of text; split it.")
    if is_packed and unpacked > RATIO_MATTERS_FROM and unpacked > MOST_RATIO * packed:
        raise IngestRejected("too_large", f"The file unpacks to more than {MOST_RATIO} times its size; refused unread.")


def _inside_zip(path: Path) -> Bytes | Workbook:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if not m.is_dir() and not _is_clutter(m.filename)]
            names = {m.filename for m in archive.infolist()}
    except zipfile.BadZipFile as error:
        raise IngestRejected("compressed_file", "The zip file is damaged or cut off.") from error
    unpacked = sum(m.file_size for m in members)
    if "[Content_Types].xml" in names or "mimetype" in names:
        return _workbook(path, names, unpacked)
    if len(members) != 1:
        listed = ", ".join(m.filename for m in members[:5]) or "nothing"
        raise IngestRejected(
            "compressed_file", f"The zip file holds {len(members)} files ({listed}); load them one by one."
        )
    refuse_bomb(packed=path.stat().st_size, unpacked=unpacked, is_packed=True)
    return Bytes(path, "zip", members[0].filename)


def _workbook(path: Path, names: set[str], unpacked: int) -> Workbook:
    if "xl/workbook.xml" not in names:
        raise IngestRejected(
            "excel_file", "This is an office document that is no xlsx workbook; save it as xlsx or CSV."
        )
    if unpacked > MOST_WORKBOOK_BYTES:
        raise IngestRejected(
            "too_large", f"The workbook unpacks to over {MOST_WORKBOOK_BYTES >> 20} MB; save it as CSV."
        )
    return Workbook(path)


def _is_clutter(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith(".")


def quiet() -> warnings.catch_warnings:
    """openpyxl warns of styles and extensions that do not concern us."""
    return warnings.catch_warnings(action="ignore")

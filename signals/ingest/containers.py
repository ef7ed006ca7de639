"""What is the file wrapped in (gzip, zip, a workbook), and is it safe to unwrap?"""

import gzip
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

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
_OFFICE = {"[Content_Types].xml", "mimetype"}  # a zip with one of these is a document
_PACKED = ("gzip", "zip", "bzip2", "xz", "7z", "rar", "zstd")


@dataclass(frozen=True)
class Bytes:
    """A stream of bytes that can be read more than once."""

    path: Path
    container: str  # "", "gzip" or "zip"
    member: str = ""  # of a zip
    is_packed_twice: bool = False  # the member of the zip is a gzip

    def blocks(self) -> Iterator[bytes]:
        """Blocks of at most BLOCK_BYTES, refused as soon as they unpack to too much."""
        packed = self.path.stat().st_size
        size = 0
        with _readable_packing(), self._open() as stream:
            while block := stream.read(BLOCK_BYTES):
                size += len(block)
                refuse_bomb(packed=packed, unpacked=size, is_packed=bool(self.container))
                yield block

    @contextmanager
    def _open(self) -> Iterator[BinaryIO]:
        with ExitStack() as opened:
            stream = opened.enter_context(self.path.open("rb"))
            if self.container == "zip":
                stream = opened.enter_context(zipfile.ZipFile(stream).open(self.member))
            if self.container == "gzip" or self.is_packed_twice:
                stream = opened.enter_context(gzip.open(stream))
            yield stream


@dataclass(frozen=True)
class Workbook:
    """An xlsx file, to be read sheet by sheet."""

    path: Path
    packed_as: str = ""  # the member of a zip that is the workbook, or ""

    def open(self) -> BinaryIO:
        if not self.packed_as:
            return self.path.open("rb")
        with _readable_packing(), zipfile.ZipFile(self.path) as archive:
            return io.BytesIO(archive.read(self.packed_as))


def source_of(path: Path, member: str = "") -> Bytes | Workbook:
    """What stands at `path`, judged by its first bytes and never by its name; of a zip, its member."""
    with path.open("rb") as stream:
        head = stream.read(512)
    if not head:
        raise IngestRejected("empty_file", "The file is empty.")
    kind = magic_of(head)
    if kind == "zip":
        return _inside_zip(path, member)
    if member:
        raise IngestRejected("compressed_file", f"The file is one table; there is no {member} in it.")
    if kind == "gzip":
        return Bytes(path, "gzip")
    refuse_binary(head)
    return Bytes(path, "")


def members(path: Path | str) -> list[str]:
    """The files in a zip, without what operating systems add; none for anything else, a workbook too."""
    with Path(path).open("rb") as stream:
        if magic_of(stream.read(8)) != "zip":
            return []
    names = [info.filename for info in _files_in(path)]
    return [] if _OFFICE & set(names) else [name for name in names if not _is_clutter(name)]


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


def _inside_zip(path: Path, member: str) -> Bytes | Workbook:
    files = _files_in(path)
    if _OFFICE & {info.filename for info in files}:
        return _workbook(Workbook(path), files)
    wanted = [info for info in files if not _is_clutter(info.filename) and member in ("", info.filename)]
    if len(wanted) != 1:
        raise IngestRejected("compressed_file", _choice(member, members(path)))
    refuse_bomb(packed=path.stat().st_size, unpacked=wanted[0].file_size, is_packed=True)
    name = wanted[0].filename
    with _readable_packing(), zipfile.ZipFile(path).open(name) as stream:
        kind = magic_of(stream.read(8))
    if kind == "zip":
        inner = Workbook(path, name)
        if wanted[0].file_size > MOST_WORKBOOK_BYTES:
            raise IngestRejected("too_large", f"{name} is larger than {MOST_WORKBOOK_BYTES >> 20} MB; unpack it first.")
        files = _files_in(inner.open())
        if not _OFFICE & {info.filename for info in files}:
            raise IngestRejected("compressed_file", f"{name} is a zip file in a zip file; unpack it first.")
        return _workbook(inner, files)
    return Bytes(path, "zip", name, is_packed_twice=kind == "gzip")


def _choice(member: str, names: list[str]) -> str:
    if not names:
        return "The zip file holds no file."
    fault = f"The zip file has no {member} in it, but" if member else "Choose one file: the zip file holds"
    return f"{fault} {len(names)} files ({', '.join(names[:5])})."


def _files_in(archive: Path | str | BinaryIO) -> list[zipfile.ZipInfo]:
    with _readable_packing(), zipfile.ZipFile(archive) as opened:
        return [info for info in opened.infolist() if not info.is_dir()]


def _workbook(workbook: Workbook, files: list[zipfile.ZipInfo]) -> Workbook:
    if not any(info.filename == "xl/workbook.xml" for info in files):
        raise IngestRejected(
            "excel_file", "This is an office document that is no xlsx workbook; save it as xlsx or CSV."
        )
    unpacked = sum(info.file_size for info in files)
    refuse_bomb(packed=workbook.path.stat().st_size, unpacked=unpacked, is_packed=True)
    if unpacked > MOST_WORKBOOK_BYTES:
        raise IngestRejected(
            "too_large", f"The workbook unpacks to over {MOST_WORKBOOK_BYTES >> 20} MB; save it as CSV."
        )
    return workbook


@contextmanager
def _readable_packing() -> Iterator[None]:
    try:
        yield
    except (EOFError, gzip.BadGzipFile, zlib.error, zipfile.BadZipFile) as error:
        raise IngestRejected("compressed_file", "The compressed file is damaged or cut off; pack it again.") from error
    except (RuntimeError, NotImplementedError) as error:
        raise IngestRejected("compressed_file", f"The zip file cannot be opened: {error}.") from error


def _is_clutter(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith(".")


def quiet() -> warnings.catch_warnings:
    """openpyxl warns of styles and extensions that do not concern us."""
    return warnings.catch_warnings(action="ignore")

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.attaching import (
    BMP,
    GIF,
    JPEG,
    KINDS,
    LARGEST,
    PDF,
    PNG,
    TEXT,
    WEBP,
    Kind,
    check_size,
    kind_of,
    shown_name,
)
from desktop.errors import UserError

BEGINNINGS = [
    (b"\xff\xd8\xff\xe0rest", JPEG),
    (b"\x89PNG\r\n\x1a\nrest", PNG),
    (b"GIF89arest", GIF),
    (b"RIFF\x10\0\0\0WEBPVP8 ", WEBP),
    (b"BM\x10\0\0\0\0\0\0\0rest", BMP),
    (b"%PDF-1.7 rest", PDF),
    ("空调滴水，没人来。\n".encode(), TEXT),
    (b"BM is what they call it.", TEXT),
]


@pytest.mark.parametrize(("content", "kind"), BEGINNINGS)
def test_a_file_is_what_its_bytes_say(content: bytes, kind: Kind) -> None:
    assert kind_of(content) is kind


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\0\x03",  # a program for Windows
        b"MZ is the mark of a program",
        b"\x7fELF\x02\x01",
        b"\xca\xfe\xba\xbe\0\0",
        b"PK\x03\x04\x14\0",  # a zip, and what hides in one
        b"#!/bin/sh\nrm -rf /",
        b"<html><script>1</script>",
        b"  <!DOCTYPE html>",
        b"<svg onload=1>",
        "中文".encode("gb18030"),
        b"text with \0 in it",
    ],
)
def test_programs_archives_scripts_and_what_cannot_be_read_are_not_attached(content: bytes) -> None:
    with pytest.raises(UserError, match="attachment_kind"):
        kind_of(content)


def test_an_empty_file_is_not_attached() -> None:
    with pytest.raises(UserError, match="attachment_empty"):
        kind_of(b"")


def test_twenty_megabytes_are_the_most() -> None:
    check_size(LARGEST)
    with pytest.raises(UserError) as refusal:
        check_size(LARGEST + 1)
    assert (refusal.value.code, refusal.value.params["limit"]) == ("attachment_too_large", 20)


@pytest.mark.parametrize(
    ("given_name", "kind", "shown"),
    [
        ("room 1208.jpg", JPEG, "room 1208.jpg"),
        ("ROOM.JPEG", JPEG, "ROOM.jpeg"),
        ("../../x", PNG, "x.png"),
        ("..\\..\\x.png", PNG, "x.png"),
        ("/etc/passwd", TEXT, "passwd.txt"),
        ("photo.exe", JPEG, "photo.exe.jpg"),
        ("photo\u202egpj.exe", JPEG, "photogpj.exe.jpg"),
        ("", PDF, "attachment.pdf"),
        ("...", PDF, "attachment.pdf"),
        ("con.txt", TEXT, "attachment con.txt"),
        ("a:b?c*.png", PNG, "abc.png"),
        ("浴室漏水.png", PNG, "浴室漏水.png"),
    ],
)
def test_a_name_leads_nowhere_and_says_what_the_file_is(given_name: str, kind: Kind, shown: str) -> None:
    assert shown_name(given_name, kind) == shown


@given(st.text(max_size=300), st.sampled_from(KINDS))
def test_whatever_it_is_called_the_name_can_be_saved_and_read(given_name: str, kind: Kind) -> None:
    shown = shown_name(given_name, kind)
    assert shown.isprintable()
    assert not set(shown) & set('/\\<>:"|?*\0')
    assert shown.endswith(kind.endings)
    assert len(shown) <= 130
    assert shown_name(shown, kind) == shown

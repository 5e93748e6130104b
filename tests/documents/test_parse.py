from dataclasses import replace

import pytest

from pipeline.documents.parse import PARSERS, parse
from pipeline.documents.plain_text import parse_plain_text
from pipeline.errors import InputError
from pipeline.raw.formats import MEDIA_TYPES
from pipeline.raw.model import RawDocument

RAW = RawDocument("harbour-talks", "The Harbour talks\nThey failed.[1]", "0" * 64)


def test_plain_text_is_parsed():
    assert parse(RAW) == parse_plain_text(RAW)


def test_title_of_the_manifest_moves_no_offset():
    assert parse(replace(RAW, title="Another")) == parse(RAW)


def test_every_format_that_is_read_has_a_parser():
    assert set(PARSERS) == set(MEDIA_TYPES.values())


def test_unknown_format_is_refused():
    with pytest.raises(InputError) as caught:
        parse(replace(RAW, format="image/png"))
    assert "harbour-talks: there is no parser for the format 'image/png'" in caught.value.message
    assert "text/plain" in caught.value.hint

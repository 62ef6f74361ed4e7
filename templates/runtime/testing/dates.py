"""Dates and times in every spelling that RFC 3339 allows."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .plain import day, moment
from .typical import either

_LEAP_SECONDS = ("2016-12-31T23:59:60Z", "1990-12-31T15:59:60.5-08:00")


def dates() -> SearchStrategy[str]:
    """Days, leap days among them."""
    return either(_DAYS.map(date.isoformat), day)


def date_times() -> SearchStrategy[str]:
    """Moments with an offset, most of them spelled as usual."""
    return either(st.one_of(_usual(), _usual(), _unusual(), st.sampled_from(_LEAP_SECONDS)), moment)


@st.composite
def _usual(draw: st.DrawFn) -> str:
    moment = draw(st.datetimes())
    return moment.isoformat() + draw(st.sampled_from(("Z", "+00:00")))


@st.composite
def _unusual(draw: st.DrawFn) -> str:
    """Fractions of any length, small letters, and offsets that are no whole hours."""
    moment = datetime.combine(draw(_DAYS), draw(st.times()))
    day, time = moment.isoformat(timespec="seconds").split("T")
    fraction = draw(st.text("0123456789", min_size=draw(st.sampled_from((1, 7))), max_size=9))
    offset = draw(st.one_of(st.sampled_from(("z", "Z", "-00:00", "+23:59", "-23:59")), _OFFSETS))
    return f"{day}{draw(st.sampled_from('Tt'))}{time}{draw(st.sampled_from(('', f'.{fraction}')))}{offset}"


_LEAP_DAYS = st.integers(1, 24).map(lambda century: date(century * 400, 2, 29))
_DAYS = st.one_of(st.dates(), st.dates(), st.sampled_from((date(2024, 2, 29), date.min, date.max)), _LEAP_DAYS)
_OFFSETS = st.builds("{}{:02}:{:02}".format, st.sampled_from("+-"), st.integers(0, 23), st.integers(0, 59))

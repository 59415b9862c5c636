"""Old trouble with eyes or ears is no emergency; what came over somebody today may be one."""

from __future__ import annotations

import pytest

from gateway.safety.longstanding import is_longstanding
from gateway.safety.normalise import normalise


@pytest.mark.parametrize(
    "text",
    ["My eyes are about gone, the macular, so I have my neighbor boy's tablet. I can't read my mail any more",
     "i have glaucoma and can't drive", "I am legally blind and need help with my mail", "cataracts, both eyes, who pays for the surgery",
     "my husband is almost blind from diabetes", "i can't see the small print anymore", "I'm hard of hearing, please speak up",
     "mi mamá está casi ciega", "tengo cataratas y no puedo leer mis cartas", "ya no veo bien para leer", "oigo mal, soy medio sordo"],
)  # fmt: skip
def test_old_trouble_is_no_emergency(text: str) -> None:
    assert is_longstanding(normalise(text))


@pytest.mark.parametrize(
    "text",
    ["i can't see out of my left eye since this morning", "my eyes went blind all of a sudden", "I have glaucoma and my eye hurts bad with a headache",
     "macular, and today a dark curtain came down", "he is going blind on one side and his face droops", "I have chest pain", "I can't breathe",
     "de repente no puedo ver bien", "tengo glaucoma y me duele mucho el ojo", "estoy ciega desde esta mañana", "i fell and hit my head, i can't read right"],
)  # fmt: skip
def test_what_came_just_now_may_be_one(text: str) -> None:
    assert not is_longstanding(normalise(text))

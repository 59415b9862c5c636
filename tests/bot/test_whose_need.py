"""For whom the help is, where several are named, somebody writes at work, or nobody is named."""

from __future__ import annotations

import pytest

from bot.components.person import about_whom


@pytest.mark.parametrize(
    ("text", "about"),
    [
        # Named, and not the one in need.
        ("I stay with my niece but she's having a baby, I need a place of my own", "self"),
        ("my grandson is at boot camp and my phone won't take pictures", "self"),
        ("just moved here to be near my son, where do they have lunch for seniors", "self"),
        ("mi nieto me regaló un celular y no sé usarlo", "self"),
        ("my late husband was in the Navy, what can a widow get, I'm 90", "self"),
        ("raising my grandson, where do I get custody papers", "self"),
        ("my heat is off and my daughter won't answer", "self"),
        ("mi yerno me quiere sacar de la casa, ¿a quién le pido consejo?", "self"),
        ("my aunt left me her house and the roof is bad", "self"),
        ("I drive my husband everywhere and now I can't see, need new glasses", "self"),
        ("I been helping my neighbor with her shots and now my own eyes are going", "self"),
        ("my son in law fixed the steps but the railing's still loose and the city wrote me up", "self"),
        ("can my daughter be the one they pay to help me", "self"),
        ("I'm a great grandmother raising a 6 year old, I need clothes", "self"),
        # Named, and in need.
        ("my brother's wife can't be left with the stove", "other"),
        ("62 years together and now they say memory care for her", "wife"),
        ("I'm his sister, he's 71, got nobody else, and he needs to get on medicaid", "brother"),
        ("mi tía quiere dejarme a mí a cargo de sus cuentas, ocupa quien le haga los papeles", "aunt"),
        ("soy su hija, ella ya no puede cocinar", "mother"),
        ("me and my sisters need to find somewhere for our dad to live", "father"),
        ("I'm not the one needing it, dad is", "father"),
        ("quiero que alguien acompañe a mi mamá, se la pasa sola", "mother"),
        ("my daughter in law's mother needs a place to live", "other"),
        # What is put right asks nothing for the writer.
        ("not for me for her", None),
        ("assisted living i mean", None),
        ("soy la nieta de doña Carmen, ella necesita dentadura", "grandparent"),
        # Nobody's kin.
        ("lady from my choir needs rides to radiation", "friend"),
        ("an old fella at the gas station sleeps there, where can he go", "other"),
        ("I deliver mail and an old man on my route has no heat", "client"),
        ("send a nice lady to clean my kitchen", "self"),
        ("recibo 900 al mes y quiero ayuda con la prima de la parte B", "self"),
        ("My mom lives in Akron Ohio and needs meals", "mother"),
        ("the hospital gave us a list for Dad of 22 agencies", "father"),
        ("they lost moms dentures and say it's not their problem", "mother"),
        ("I want mom to have one of those buttons", "mother"),
        ("my brother sends jokes, 11 months I've had mom in my house and she can't be left", "mother"),
        ("my sister in law in Tulsa needs a ramp", "other"),
        ("la señora de al lado no tiene qué comer", "neighbor"),
        ("ella vive con mi hermana, mi mamá necesita quien la bañe", "mother"),
        # At work.
        ("Bank teller. An elderly customer keeps wiring money, who can talk with her", "client"),
        ("school nurse here for the crossing guard, he's 73 and needs a dentist", "client"),
        ("I'm a librarian with a patron, he wants to know which plan he has", "client"),
        # Of that work, and for themselves.
        ("I'm a retired nurse and need help with my taxes", "self"),
        ("soy enfermera jubilada y necesito que me lleven al doctor", "self"),
        # A number is no mother-in-law.
        ("el seguro social dice que les debo 4 mil dólares", None),
        ("ya ni sabe quién soy algunos días", None),
        # "Son" is no son.
        ("no son clases lo que ocupo", "self"),
        ("estas son de paga, busco gratis", None),
        ("my son needs a ride", "son"),
    ],
)  # fmt: skip
def test_whose_need_it_is(text: str, about: str | None) -> None:
    assert about_whom(text) == about


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("rent holyoke ma", None),
        ("food ma", None),
        ("rides springfield ma 01103", None),
        ("my ma needs rides", "mother"),
        ("food for ma", "mother"),
        ("meals for my ma in Boston MA", "mother"),
        ("help ma", "mother"),
    ],
)
def test_ma_at_the_end_is_the_state_unless_a_word_makes_it_a_mother(
    text: str, about: str | None
) -> None:
    assert about_whom(text) == about

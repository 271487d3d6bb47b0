"""Treasure hunt and question cards: A4 sheets from the library's own printer."""

from dataclasses import replace
from random import Random

from themes.looks import draw
from themes.looks.lettering import DISPLAY, ITALIC, TEXT, Text, block, fitted
from themes.looks.motifs.finds import FINDS
from themes.looks.palettes import Look
from themes.looks.shapes import Shape, circle, place, rect, rounded

from .bookmarks import cut_marks, sprig
from .layout import label, rule, wordmark, world
from .posters import text_role
from .sheets import A4, pdf

# the word that the letters of the posts make
WORD = "HISTORIENS"
POST_FINDS = tuple(sorted(FINDS))


def treasure_hunt(
    look: Look,
    title: str,
    part: str,
    questions: tuple[str, ...] = (),
    answers: tuple[str, ...] = (),
) -> bytes:
    """The hunt's posts (a page each), its answer sheet, or a list to tick off."""
    if part == "posts":
        pages = [_hunt_cover(look, title, len(questions))]
        for i, question in enumerate(questions):
            pages.append(_post(look, i, question, WORD[i % len(WORD)]))
        pages.append(_key(look, title, questions, answers))
    elif part == "answers":
        pages = [_answer_sheet(look, title)]
    else:
        pages = [_checklist(look, title, questions)]
    return pdf(pages, A4, look, title)


def _top(look: Look, title: str, high: float = 62, calm: float = 0.0) -> list:
    """The strip of pattern that every sheet begins with, and its title."""
    strip = place(draw(look, 190, high, 0.7, calm), 10, 10, clip=rect(0, 0, 190, high))
    size = fitted(title, DISPLAY, 190, 17, 2)
    words = block(10, high + 19, title, 190, size, DISPLAY, "ink", 1)
    return [strip, *words.shapes]


def _hunt_cover(look: Look, title: str, count: int) -> list:
    full = (190, 230)
    scenery = world(look, *full, calm=0.5, sun=(126, 108, 46))
    ink = text_role(look)
    size = fitted(title, DISPLAY, 166, 30, 4)
    shapes: list = [place(scenery, 10, 10, clip=rect(0, 0, *full))]
    shapes += block(22, 24, title, 166, size, DISPLAY, ink, 0.96).shapes
    how = (
        f"Hæng de {count} poster op mellem reolerne. Hver post har et spørgsmål og et "
        "bogstav. Bogstaverne bliver til et ord. Svarene står på den sidste side, som "
        "personalet gemmer."
    )
    shapes += block(10, 251, how, 120, 4.6, TEXT, "#111111", 1.45).shapes
    shapes += wordmark(146, 252, 4.6, "#111111")
    return shapes


def _post(look: Look, number: int, question: str, letter: str) -> list:
    """One post: its number on the disc, a find, the question, a letter to keep."""
    rng = Random(f"post {number}")  # noqa: S311 - a drawing, not a secret
    shapes: list = [Shape(rect(10, 10, 190, 150), "ground")]
    own = replace(look, seed=look.seed + number)
    pattern = draw(own, 190, 150, 0.8, 0.62)
    shapes.append(place(pattern, 10, 10, clip=rect(0, 0, 190, 150)))
    find = FINDS[POST_FINDS[number % len(POST_FINDS)]](rng, "ink", "ground")
    shapes.append(place(find, 146, 62, 0.72, rng.uniform(-12, 12)))
    shapes.append(Shape(circle(52, 58, 32), "button"))
    shapes.append(Text(52, 72.5, str(number + 1), DISPLAY, 40, "#ffffff", "middle"))
    size = fitted(question, DISPLAY, 190, 21, 3)
    shapes += block(10, 176, question, 190, size, DISPLAY, "#111111", 1.04).shapes
    shapes += wordmark(10, 266, 5, "#111111")
    shapes.append(Shape(rect(164, 250, 36, 36), "paper"))
    shapes.append(Shape(rect(164, 250, 36, 36), stroke="ink", width=0.6))
    shapes.append(Text(182, 277.5, letter, DISPLAY, 27, "ink", "middle"))
    shapes.append(Text(160, 283, "Jeres bogstav", ITALIC, 5, "#111111", "right"))
    return shapes


def _key(
    look: Look, title: str, questions: tuple[str, ...], answers: tuple[str, ...]
) -> list:
    shapes = _top(look, "Svar til personalet", 40)
    y = 82.0
    for i, (question, answer) in enumerate(zip(questions, answers, strict=False)):
        shapes.append(Text(10, y, f"{i + 1}", DISPLAY, 6, "button"))
        shapes.append(Text(22, y, question, TEXT, 4.6, "#111111"))
        shapes.append(Text(22, y + 6.6, answer, DISPLAY, 5.2, "ink"))
        y += 17
    shapes.append(Text(10, y + 6, f"Ordet er {WORD}.", ITALIC, 5.4, "#111111"))
    shapes += wordmark(10, 272, 4.4, "#111111")
    return shapes


def _answer_sheet(look: Look, title: str) -> list:
    shapes = _top(look, title, 60)
    shapes.append(label(10, 106, "Navn", 4, "#111111"))
    shapes.append(rule(26, 106, 174, 0.3, "#111111"))
    y = 124.0
    for i in range(10):
        x = 10 if i < 5 else 108
        at = y + (i % 5) * 21
        shapes.append(Shape(circle(x + 5, at - 2, 5), "button"))
        shapes.append(Text(x + 5, at, str(i + 1), DISPLAY, 5.6, "#ffffff", "middle"))
        shapes.append(rule(x + 14, at, 64, 0.3, "#111111"))
        shapes.append(Shape(rect(x + 81, at - 9, 11, 11), stroke="ink", width=0.45))
    shapes.append(
        label(
            10,
            243,
            "Skriv bogstaverne her. Hvilket ord bliver det til?",
            4.4,
            "#111111",
        )
    )
    for i in range(10):
        shapes.append(Shape(rect(10 + i * 19.2, 248, 17, 17), "paper"))
        shapes.append(Shape(rect(10 + i * 19.2, 248, 17, 17), stroke="ink", width=0.5))
    shapes += wordmark(10, 272, 4.4, "#111111")
    return shapes


def _checklist(look: Look, title: str, things: tuple[str, ...]) -> list:
    shapes = _top(look, title, 52)
    columns, wide, high = 2, 92, 32.5
    for i, thing in enumerate(things):
        x = 10 + (i % columns) * (wide + 6)
        y = 92 + (i // columns) * (high + 3)
        shapes.append(Shape(rounded(x, y, wide, high, 3), "paper"))
        shapes += sprig(x + 13, y + high - 5, high - 11, i)
        words = block(x + 27, y + 7, thing, wide - 46, 5, DISPLAY, "ink", 1.15)
        shapes += words.shapes
        shapes.append(Shape(circle(x + wide - 11, y + high / 2, 6.5), "#ffffff"))
        shapes.append(
            Shape(circle(x + wide - 11, y + high / 2, 6.5), stroke="ink", width=0.6)
        )
    shapes += wordmark(10, 276, 4.2, "#111111")
    return shapes


def quiz_cards(look: Look, title: str, cards: tuple[tuple[str, str], ...]) -> bytes:
    """Four cards a page with cut marks; answers, when there are any, on the backs."""
    pages = []
    for start in range(0, len(cards), 4):
        four = cards[start : start + 4]
        pages.append(
            _cards(look, title, [question for question, _ in four], start, False)
        )
        if any(answer for _, answer in four):
            # turned over the long edge, left and right change places
            backs = [answer for _, answer in four]
            for i in range(0, len(backs) - 1, 2):
                backs[i], backs[i + 1] = backs[i + 1], backs[i]
            pages.append(_cards(look, title, backs, start, True))
    return pdf(pages, A4, look, title)


def _cards(look: Look, title: str, words: list[str], start: int, backs: bool) -> list:
    wide, high, gap = 90, 122, 6
    left, top = (A4.width - 2 * wide - gap) / 2, 18
    shapes: list = []
    for i, text in enumerate(words):
        x = left + (i % 2) * (wide + gap)
        y = top + (i // 2) * (high + gap)
        card: list = []
        if backs:
            card.append(Shape(rect(0, 0, wide, high), "ink"))
            size = fitted(text, DISPLAY, wide - 20, 15, 4)
            card += block(10, 30, text, wide - 20, size, DISPLAY, "paper", 1.04).shapes
            card.append(Shape(circle(14, high - 14, 6), "paper"))
            card.append(Text(24, high - 12, "Læs mere på hylden", ITALIC, 4.6, "paper"))
        else:
            own = replace(look, seed=look.seed + start + i)
            card.append(place(draw(own, wide, high, 0.6, 0.66), 0, 0))
            card.append(Shape(circle(wide - 17, 17, 10), "button"))
            number = str(start + i + 1)
            card.append(Text(wide - 17, 20.6, number, DISPLAY, 10, "#ffffff", "middle"))
            card.append(label(8, 19, title, 3.6, text_role(look)))
            size = fitted(text, DISPLAY, wide - 16, 10, 4)
            question = block(
                8, 33, text, wide - 16, size, DISPLAY, text_role(look), 1.06
            )
            while question.height > 42:
                size *= 0.94
                question = block(
                    8, 33, text, wide - 16, size, DISPLAY, text_role(look), 1.06
                )
            card += question.shapes
        shapes.append(place(card, x, y, clip=rect(0, 0, wide, high)))
        shapes += cut_marks(x, y, wide, high)
    shapes += wordmark(left, 276, 4, "#111111")
    return shapes

"""Films as the API tells of them."""

from django.contrib.auth.models import AnonymousUser

from pydantic import Field

from assets.models import Asset
from core.open_data.shapes import Address, OpenPage, Reference, Shape
from core.site_address import whole

from ..models import FilmPage
from .pages import PageEndpoint, note_pages

KIND = "films"


class OpenFilm(OpenPage):
    """En film: vores egen, som også er et materiale, eller en hos en udbyder."""

    seconds: int | None
    asset: Reference | None = Field(description="Filmens filer, når den er vores egen.")
    play: Address | None = Field(
        description="Filen til en afspiller, når alle må se den på nettet."
    )
    captions: Address | None = Field(description="Undertekster (WebVTT).")
    provider: str = Field(description="YouTube, Vimeo eller DR; ellers tom.")
    address: Address | None = Field(description="Filmen hos udbyderen.")
    player: Address | None = Field(description="Udbyderens afspiller uden sporing.")


class Chapter(Shape):
    """Et sted i filmen, man kan gå til."""

    seconds: int
    title: str


class WholeFilm(OpenFilm):
    """Filmen med kapitler og med det, der siges."""

    transcript: str
    chapters: list[Chapter]


note_pages(FilmPage, KIND)


class FilmsEndpoint(PageEndpoint):
    kind = KIND
    title = "Film"
    about = "Kampagnernes film, med undertekster, kapitler og tekst."
    model = FilmPage
    row, whole = OpenFilm, WholeFilm

    def fetch(self, pks, *, is_whole):
        films = super().fetch(pks, is_whole=is_whole)
        wanted = {film.asset_id for film in films.values()} - {None}
        listed = Asset.objects.listed_for(AnonymousUser()).for_list().in_bulk(wanted)
        for film in films.values():
            # One that a stranger may not know of is none.
            film.asset = listed.get(film.asset_id)
        return films

    def facts(self, page, teller):
        asset = page.asset
        is_open = asset and not asset.is_restricted and page.is_for_web
        file = page.film_file if is_open else None
        captions = page.captions_file if file else None
        seconds = page.seconds
        if seconds is None and asset and asset.film_seconds:
            seconds = round(asset.film_seconds)
        return {
            "seconds": seconds,
            "asset": asset and teller.reference(asset),
            "play": file and whole(file.play_url),
            "captions": captions and whole(captions.play_url),
            "provider": page.provider_name,
            "address": page.address or None,
            "player": page.player_url or None,
        }

    def more_facts(self, page, teller):
        return {
            "transcript": page.transcript,
            "chapters": [
                Chapter(seconds=one.seconds, title=one.title)
                for one in page.chapters_in_order()
            ],
        }

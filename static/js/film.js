/* Films that play where they stand. A provider is asked for nothing before its button
   is pressed; without this script every link leads to the film's own page or address. */

function isPlain(event) {
    return !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

function playOutside(stage) {
    const address = new URL(stage.dataset.film);
    address.searchParams.set("autoplay", "1");
    const frame = document.createElement("iframe");
    frame.src = address;
    frame.title = stage.dataset.filmTitle;
    frame.className = "film-player__frame";
    frame.allow = "autoplay; fullscreen; picture-in-picture";
    frame.allowFullscreen = true;
    stage.replaceChildren(frame);
    frame.focus();
}

/* A card's picture gives way to the player of the film's own page. */
async function playCard(picture, address) {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const player = page.querySelector("[data-film-player]");
    const video = player?.querySelector("video");
    const stage = player?.querySelector("[data-film]");
    if (!video && !stage) throw new Error("nothing to play");
    picture.replaceWith(player);
    if (stage) return playOutside(stage);
    video.focus();
    await video.play();
}

for (const picture of document.querySelectorAll("[data-film-picture]")) {
    const link = picture.parentElement.querySelector("a");
    picture.classList.add("is-playable");
    picture.addEventListener("click", (event) => {
        if (isPlain(event)) {
            playCard(picture, link.href).catch(() => location.assign(link.href));
        }
    });
}

document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-film-play]");
    if (button && isPlain(event)) {
        event.preventDefault();
        playOutside(button.closest("[data-film]"));
    }
});

/* Beside a film of our own: its speed, and chapters that jump to their place. */
const tools = document.querySelector("[data-film-tools]");
const video = document.querySelector(".film__stage video");
if (tools && video) {
    const chapters = [...tools.querySelectorAll("[data-film-at]")];
    const speed = tools.querySelector(".film-tools__speed");
    speed.hidden = false;
    speed.addEventListener("change", (event) => {
        video.playbackRate = Number(event.target.value);
    });
    tools.addEventListener("click", (event) => {
        const chapter = event.target.closest("[data-film-at]");
        if (!chapter || !isPlain(event)) return;
        event.preventDefault();
        video.currentTime = Number(chapter.dataset.filmAt);
        video.play();
    });
    video.addEventListener("timeupdate", () => {
        const now = chapters.findLast((link) => Number(link.dataset.filmAt) <= video.currentTime);
        for (const link of chapters) link.setAttribute("aria-current", String(link === now));
    });
}

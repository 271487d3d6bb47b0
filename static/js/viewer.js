/* The viewer of an asset: turns pages, makes them large, finds a place in a film.
   Without it the pages are links to their pictures. */

const viewer = document.querySelector("[data-viewer]");
const dialog = viewer.querySelector("dialog");
const sheet = dialog.querySelector(".viewer__sheet");
const picture = sheet.appendChild(new Image());
const count = dialog.querySelector("output");
const zoomButton = dialog.querySelector("[data-viewer-zoom]");
const stepButtons = [...dialog.querySelectorAll("[data-viewer-step]")];
const pages = [...viewer.querySelectorAll("[data-viewer-page]")];
let shown = 0;

function isPlain(event) {
    return !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

function zoom(on) {
    sheet.classList.toggle("is-zoomed", on);
    zoomButton.setAttribute("aria-pressed", String(on));
}

function show(n) {
    shown = Math.max(0, Math.min(n, pages.length - 1));
    const words = pages[shown].querySelector("img")?.alt;
    picture.src = pages[shown].href;
    picture.alt = words || dialog.getAttribute("aria-label");
    count.textContent = pages.length > 1 ? `${shown + 1} / ${pages.length}` : "";
    for (const button of stepButtons) {
        button.hidden = pages.length < 2;
        button.disabled = !pages[shown + Number(button.dataset.viewerStep)];
    }
    sheet.scrollTo(0, 0);
}

function open(n) {
    zoom(false);
    show(n);
    dialog.showModal();
    sheet.focus();
}

viewer.addEventListener("click", (event) => {
    if (!isPlain(event)) return;
    const page = event.target.closest("[data-viewer-page]");
    const opener = event.target.closest("[data-viewer-open]");
    if (!page && !opener) return;
    event.preventDefault();
    open(page ? pages.indexOf(page) : 0);
});

for (const button of stepButtons) {
    button.addEventListener("click", () => show(shown + Number(button.dataset.viewerStep)));
}

zoomButton.addEventListener("click", () => zoom(!sheet.classList.contains("is-zoomed")));
dialog.querySelector("[data-viewer-close]").addEventListener("click", () => dialog.close());

dialog.addEventListener("keydown", (event) => {
    if (sheet.classList.contains("is-zoomed") && event.target === sheet) {
        // The arrows move about in what is large; the keys below turn the page still.
        if (event.key.startsWith("Arrow")) return;
    }
    const turns = { ArrowLeft: -1, ArrowUp: -1, PageUp: -1, ArrowRight: 1, ArrowDown: 1, PageDown: 1 };
    if (event.key in turns) show(shown + turns[event.key]);
    else if (event.key === "Home") show(0);
    else if (event.key === "End") show(pages.length - 1);
    else if (event.key === "+" || event.key === "-") zoom(event.key === "+");
    else return;
    event.preventDefault();
});

/* What is large is pulled about by the mouse; a finger needs no help. */
let pulled = 0;
picture.draggable = false;
sheet.addEventListener("pointerdown", () => {
    pulled = 0;
});
sheet.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || event.buttons !== 1 || !sheet.classList.contains("is-zoomed")) return;
    pulled += Math.abs(event.movementX) + Math.abs(event.movementY);
    sheet.scrollBy(-event.movementX, -event.movementY);
});

/* The picture itself is a button for the mouse: it grows where it is pressed. */
picture.addEventListener("click", (event) => {
    if (pulled > 4) return;
    const across = event.offsetX / picture.clientWidth;
    const down = event.offsetY / picture.clientHeight;
    zoom(!sheet.classList.contains("is-zoomed"));
    sheet.scrollTo(
        across * sheet.scrollWidth - sheet.clientWidth / 2,
        down * sheet.scrollHeight - sheet.clientHeight / 2,
    );
});

/* A strip of frames or a waveform leads to its place in the film or the sound. */
const scrub = viewer.querySelector("[data-viewer-scrub]");
const player = viewer.querySelector("video, audio");
if (scrub && player) {
    scrub.classList.add("is-scrubbable");
    scrub.addEventListener("click", (event) => {
        const part = event.offsetX / scrub.clientWidth;
        const seek = () => {
            player.currentTime = part * player.duration;
        };
        if (player.readyState > 0) seek();
        else player.addEventListener("loadedmetadata", seek, { once: true });
        player.play();
    });
    player.addEventListener("timeupdate", () => {
        scrub.parentElement.style.setProperty("--played", player.currentTime / player.duration);
    });
}

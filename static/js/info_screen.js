/* The screen in a library: shows its slides in turn, asks for fresh ones, and never goes
   black. Without it they stand below each other. */

const root = document.documentElement;
const disc = document.querySelector("[data-disc]");
const verb = disc.querySelector(".screen-disc__verb");
const ring = disc.querySelector(".screen-disc__gone");
const controls = document.querySelector("[data-controls]");
const pauseButton = controls.querySelector("[data-pause]");
const fullButton = controls.querySelector("[data-full]");
const pauseWord = pauseButton.textContent;
const fits = matchMedia("(min-width: 30.01rem) and (min-height: 30.01rem)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const REFRESH = 10 * 60 * 1000;
const PATIENCE = 30 * 1000;
const REST = 4000;
const GONE = [401, 403, 404, 410];

let screen = document.querySelector("[data-info-screen]");
// As the site sent it, to tell whether the next differs.
let sent = screen.outerHTML;
let next = null;
let lacking = 0;
let slides = [];
let shown = 0;
let isPaused = false;
let timer = 0;
let due = 0;
let left = 0;
let progress = null;

function start(milliseconds) {
    clearTimeout(timer);
    left = milliseconds;
    due = Date.now() + milliseconds;
    if (!isPaused && fits.matches) timer = setTimeout(() => turn(1), milliseconds);
}

function drawProgress(milliseconds) {
    progress?.cancel();
    progress = null;
    if (still.matches || slides.length < 2) {
        ring.style.strokeDashoffset = 100 - (100 * (shown + 1)) / slides.length;
        return;
    }
    const way = { strokeDashoffset: ["100", "0"] };
    progress = ring.animate(way, { duration: milliseconds, fill: "forwards" });
    if (isPaused) progress.pause();
}

function show(n) {
    shown = (n + slides.length) % slides.length;
    const milliseconds = Number(screen.dataset.seconds) * 1000;
    slides.forEach((slide, i) => slide.classList.toggle("is-shown", i === shown));
    verb.textContent = slides[shown].dataset.verb;
    disc.hidden = !verb.textContent;
    drawProgress(milliseconds);
    start(milliseconds);
}

function turn(step) {
    if (next) swap(step);
    else show(shown + step);
}

/* Goes on from the slide that was shown, if it is among the new ones. */
function swap(step) {
    const key = slides[shown]?.dataset.slide;
    screen.replaceWith(next);
    screen = next;
    next = null;
    begin();
    const place = slides.findIndex((slide) => slide.dataset.slide === key);
    show(place < 0 ? 0 : place + step);
}

function begin() {
    slides = [...screen.querySelectorAll("[data-slide]")];
}

function pause(on) {
    if (on === isPaused) return;
    isPaused = on;
    pauseButton.textContent = on ? pauseButton.dataset.goOn : pauseWord;
    screen.setAttribute("aria-live", on ? "polite" : "off");
    if (on) {
        clearTimeout(timer);
        left = Math.max(0, due - Date.now());
        progress?.pause();
    } else {
        start(left);
        progress?.play();
    }
}

/* Controls and pointer are there while somebody is. */
let rest = 0;
function wake() {
    root.classList.add("is-awake");
    clearTimeout(rest);
    rest = setTimeout(() => root.classList.remove("is-awake"), REST);
}

let place = "";
document.addEventListener("pointermove", (event) => {
    // A slide that changes under a pointer at rest is said to move it.
    const now = `${event.screenX} ${event.screenY}`;
    if (place && now !== place) wake();
    place = now;
});
document.addEventListener("pointerdown", wake);

document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    wake();
    if (!fits.matches) return;
    const isOnControl = controls.contains(event.target);
    if (event.key === "ArrowRight" || event.key === "ArrowDown") turn(1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") turn(-1);
    else if (event.key === " " && !isOnControl) pause(!isPaused);
    else if (event.key === "Escape" && !document.fullscreenElement) {
        controls.querySelector("[data-way-out]").click();
    } else return;
    event.preventDefault();
});

controls.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button === pauseButton) pause(!isPaused);
    else if (button !== fullButton) turn(Number(button.dataset.step));
    else if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen().catch(() => {});
});
fullButton.hidden = !document.fullscreenEnabled;

/* What the browser is not let to keep awake goes dark when its machine says so. */
async function keepAwake() {
    if (document.visibilityState !== "visible") return;
    try {
        await navigator.wakeLock?.request("screen");
    } catch {
        // The machine's owner said no.
    }
}
document.addEventListener("visibilitychange", keepAwake);

/* Fetches whatever the page leans on, so that it is there before anything is swapped. */
function leansOn(page) {
    const parts = page.head.querySelectorAll("link[rel=stylesheet], script[src]");
    return [...parts].map((part) => part.getAttribute("href") ?? part.getAttribute("src"));
}

async function fetched(address) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.blob();
}

function asked(address) {
    return fetch(address, { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
}

async function refresh() {
    try {
        let answer = await asked(location.href);
        const there = new URL(answer.url);
        if (answer.redirected && !there.search) {
            // The page has moved; the way to it leaves out that it is for a screen.
            there.search = location.search;
            answer = await asked(there);
            if (answer.ok) history.replaceState(null, "", there);
        }
        if (!answer.ok && !GONE.includes(answer.status)) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = answer.ok && page.querySelector("main [data-info-screen]");
        await take(fresh || document.querySelector("[data-gone]").content.firstElementChild, page);
    } catch {
        // No network: what is shown stands, and is asked for again.
    }
}

async function take(fresh, page) {
    const html = fresh.outerHTML;
    if (page.contains(fresh) && leansOn(page).join() !== leansOn(document).join()) {
        await Promise.all(leansOn(page).map(fetched));
        location.reload();
        return;
    }
    if (html === sent) {
        next = null;
        return;
    }
    const ready = document.importNode(fresh, true);
    await loadPictures(ready);
    sent = html;
    next = ready;
    if (isPaused || !fits.matches || slides.length < 2) swap(0);
}

/* A picture that does not come is waited for once more, and then left out. */
async function loadPictures(ready) {
    const pictures = [...ready.querySelectorAll("img")];
    const came = await Promise.allSettled(pictures.map((picture) => picture.decode()));
    const missing = pictures.filter((_picture, n) => came[n].status === "rejected");
    lacking = missing.length ? lacking + 1 : 0;
    if (lacking === 1) throw new Error("pictures are missing");
    for (const picture of missing) picture.remove();
}

function fit() {
    root.classList.toggle("is-running", fits.matches);
    disc.hidden = controls.hidden = !fits.matches;
    show(shown);
}

begin();
fit();
fits.addEventListener("change", fit);
setInterval(refresh, REFRESH);
keepAwake();

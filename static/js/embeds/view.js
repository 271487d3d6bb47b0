/* In the frame: tells the page around it how tall we are and what we say, and shows what
   is new. It answers whoever frames it, and nobody else; what it tells is public. */

const VERSION = 1;
const REFRESH = 10 * 60 * 1000;
const MOST = 12;
const host = window.parent;
let origin = "";

function told(name) {
    const words = document.querySelector(`[data-told="${name}"]`)?.textContent ?? "";
    return words.replace(/\s+/g, " ").trim();
}

function link(element) {
    return { text: element.textContent.trim(), href: element.href };
}

/* What is shown in our place when we do not answer: our words, links and colours. */
function copy() {
    const head = document.querySelector(".on-ground") ?? document.body;
    const { backgroundColor, color } = getComputedStyle(head);
    const way = document.querySelector('[data-told="way"]');
    const items = [...document.querySelectorAll('[data-told="item"]')].slice(0, MOST);
    return {
        over: told("over"),
        title: told("title"),
        words: told("words"),
        items: items.map(link),
        way: way && link(way),
        ground: backgroundColor,
        ink: color,
    };
}

function tell(more = {}) {
    if (!origin) return;
    const { height } = document.documentElement.getBoundingClientRect();
    const state = document.body.dataset.embed;
    const message = { temasamarbejde: VERSION, state, height: Math.ceil(height), ...more };
    host.postMessage(message, origin);
}

/* What a reader would see change. */
function shown(page) {
    const sheet = page.querySelector('link[rel="stylesheet"]')?.getAttribute("href");
    return `${sheet} ${page.body.dataset.embed} ${page.body.innerHTML}`;
}

// As the site sent it: players change it later.
const sent = shown(document);

function isInUse() {
    const isPlaying = [...document.querySelectorAll("video")].some((video) => !video.paused);
    return isPlaying || document.querySelector("iframe, details[open]") || document.hasFocus();
}

async function refresh() {
    if (document.hidden || isInUse()) return;
    const answer = await fetch(location.href, { cache: "no-cache" });
    if (!answer.ok && ![404, 410].includes(answer.status)) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (shown(page) !== sent) location.reload();
}

if (host !== window) {
    window.addEventListener("message", (event) => {
        if (event.source !== host || event.data?.temasamarbejde !== VERSION) return;
        origin = event.origin;
        tell({ copy: copy() });
    });
    new ResizeObserver(() => tell()).observe(document.documentElement);
    // Says only that we are here: who it is, is known by what it answers.
    host.postMessage({ temasamarbejde: VERSION, state: "awake" }, "*");
    setInterval(() => refresh().catch(() => {}), REFRESH);
}

/* Keeps the pages that a stranger has opened, to be read without a line.

   The network comes first, always: what is kept is shown only where nobody answers. Kept
   is only what the site says to strangers ("Cache-Control: no-cache"), so never a page of
   somebody's; and when somebody turns out to be signed in, all of it is thrown away.
   `self.site` is written before this by core/offline.py. */

const PAGES = "pages-1";
const PARTS = "parts-1";
const MOST_STATIC = 200;
const LONGEST = 30 * 24 * 3600 * 1000;
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'";

const leftAlone = new RegExp(site.leftAlone);
const tracking = new RegExp(site.tracking);
const hashed = /\.[0-9a-f]{12}\.[^/]+$/;
// Gives what a page of ours names, so that it goes when the last page that names it does.
const named = new RegExp(`${site.pictures}[^\\s"'<>,)]+`, "g");
let work = Promise.resolve();

/** Do one thing after the other: two pages at once would lose sight of each other. */
function inTurn(task) {
    work = work.then(task).catch((error) => console.warn(error));
    return work;
}

/** The address that a page is kept under; null for one that is left alone. */
function pageAt(address) {
    const url = new URL(address);
    if (url.origin !== location.origin || leftAlone.test(url.pathname)) return null;
    for (const name of [...url.searchParams.keys()]) {
        if (tracking.test(name)) url.searchParams.delete(name);
    }
    return url.search ? null : url.origin + url.pathname;
}

function isPart(url) {
    const path = url.pathname;
    return url.origin === location.origin && [site.static, site.pictures, "/tema/"].some((start) => path.startsWith(start));
}

function isPrivate(answer) {
    return /private|no-store/.test(answer.headers.get("Cache-Control") ?? "");
}

/** Whether it is a page of the site's as any stranger is shown it. */
function isForKeeping(answer) {
    return (
        answer.status === 200 &&
        answer.type === "basic" &&
        !answer.redirected &&
        answer.headers.get("Cache-Control") === "no-cache" &&
        answer.headers.get("Content-Type")?.startsWith("text/html")
    );
}

async function empty() {
    await caches.delete(PAGES);
    await caches.delete(PARTS);
}

/* What is noted of a copy stands in a header of its own. */

function noteOf(copy) {
    return JSON.parse(decodeURIComponent(copy.headers.get("Kept")));
}

function copyOf(body, answer, note) {
    const headers = new Headers(answer.headers);
    headers.delete("Content-Encoding");
    headers.delete("Content-Length");
    headers.set("Kept", encodeURIComponent(JSON.stringify(note)));
    return new Response(body, { headers });
}

/** All that is kept in a cache, the oldest first. */
async function keptIn(name) {
    const cache = await caches.open(name);
    const requests = await cache.keys();
    const copies = await Promise.all(requests.map((request) => cache.match(request)));
    return requests.map((request, i) => ({ url: request.url, ...noteOf(copies[i]) }));
}

/** From what the browser has itself; the line is asked only by who does not save data. */
function again(url) {
    const cache = navigator.connection?.saveData ? "only-if-cached" : "force-cache";
    return fetch(url, { cache, mode: "same-origin" });
}

/** Keep a page that has been opened. */
async function keep(opened) {
    const url = pageAt(opened);
    if (!url) return;
    const answer = await again(opened);
    if (isPrivate(answer)) return empty();
    if (!isForKeeping(answer)) return;
    const text = await answer.text();
    const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? url;
    const names = [...new Set(text.match(named))];
    const note = { title, names, bytes: text.length, at: Date.now() };
    await (await caches.open(PAGES)).put(url, copyOf(text, answer, note));
    await clear();
}

/** Keep what a page consists of as it comes, if the page is kept. */
async function keepParts(opened, parts) {
    const url = pageAt(opened);
    const page = url && (await caches.match(url, { cacheName: PAGES }));
    if (!page) return;
    const { names } = noteOf(page);
    for (const part of parts) await keepPart(new URL(part), names);
    await clear();
}

async function keepPart(url, names) {
    const cache = await caches.open(PARTS);
    const isNamed = !url.pathname.startsWith(site.pictures) || names.includes(url.pathname);
    if (!isPart(url) || !isNamed || (await cache.match(url))) return;
    const answer = await again(url).catch(() => null);
    if (answer?.status !== 200 || isPrivate(answer)) return;
    const body = await answer.blob();
    await cache.put(url, copyOf(body, answer, { bytes: body.size }));
}

/** Let go of what is old, too much, or shown by no page any more. */
async function clear() {
    const pages = await keptIn(PAGES);
    const parts = await keptIn(PARTS);
    const isPicture = (part) => new URL(part.url).pathname.startsWith(site.pictures);
    const pictures = parts.filter(isPicture);
    const rest = parts.filter((part) => !isPicture(part));
    const gone = rest.slice(0, Math.max(0, rest.length - MOST_STATIC));
    const bytes = (things) => things.reduce((sum, thing) => sum + thing.bytes, 0);
    const shown = () => {
        const names = new Set(pages.flatMap((page) => page.names));
        return pictures.filter((picture) => names.has(new URL(picture.url).pathname));
    };
    const isTooMuch = () =>
        pages.length > site.mostPages ||
        bytes(pages) + bytes(shown()) > site.mostBytes ||
        Date.now() - pages[0].at > LONGEST;
    while (pages.length && isTooMuch()) gone.push(pages.shift());
    const still = shown();
    gone.push(...pictures.filter((picture) => !still.includes(picture)));
    for (const { url } of gone) {
        await (await caches.open(PAGES)).delete(url);
        await (await caches.open(PARTS)).delete(url);
    }
}

async function forget(url) {
    const pages = await caches.open(PAGES);
    if (await pages.delete(url)) await clear();
}

/* What is shown without a line. */

function wordsFor(url) {
    const code = new URL(url).pathname.split("/")[1];
    return site.words[code] ?? site.words[site.language];
}

function html(text, status) {
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY };
    return new Response(text, { status, headers });
}

async function keptPage(url) {
    const copy = await (await caches.open(PAGES)).match(url);
    if (!copy) return null;
    const { language, notice } = wordsFor(url);
    const day = new Date(noteOf(copy).at).toLocaleDateString(language, { day: "numeric", month: "long" });
    const words = `<p class="offline-notice notice">${notice.replace("{day}", day)}</p>`;
    const text = (await copy.text()).replace(/<main[^>]*>/, (main) => main + words);
    return new Response(text, { headers: copy.headers });
}

/** The page that says so, with all that can be read; 503, so that nobody fetches it ahead. */
async function offlinePage(url) {
    const pages = (await keptIn(PAGES)).reverse();
    const items = pages.map((page) => {
        const title = page.title.replace(/ · [^·]*$/, "");
        return `<li><a href="${new URL(page.url).pathname}">${title}</a></li>`;
    });
    const text = wordsFor(url).page.replace(/<li data-kept>.*?<\/li>/s, (none) => items.join("") || none);
    return html(text, 503);
}

async function read(event) {
    const url = pageAt(event.request.url);
    let answer;
    try {
        answer = await fetch(event.request);
    } catch {
        return (url && (await keptPage(url))) ?? offlinePage(event.request.url);
    }
    if (isPrivate(answer)) event.waitUntil(inTurn(empty));
    else if (url && ([404, 410].includes(answer.status) || answer.type === "opaqueredirect")) {
        event.waitUntil(inTurn(() => forget(url)));
    }
    return answer;
}

async function part(request) {
    const copy = await caches.match(request.url, { cacheName: PARTS });
    const path = new URL(request.url).pathname;
    // What has a digest in its name never changes, nor does a picture.
    const isForGood = hashed.test(path) || !path.startsWith(site.static);
    if (copy && isForGood) return copy;
    return fetch(request).catch(() => copy ?? Response.error());
}

addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (url.origin !== location.origin) return;
    if (request.method !== "GET") {
        // Somebody signs in or out, or sends something of theirs.
        if (leftAlone.test(url.pathname)) event.waitUntil(inTurn(empty));
    } else if (request.mode === "navigate") {
        if (!leftAlone.test(url.pathname)) event.respondWith(read(event));
    } else if (isPart(url) && !request.headers.has("Range")) {
        event.respondWith(part(request));
    }
});

addEventListener("message", (event) => {
    const opened = event.source?.url;
    if (!opened) return;
    const { parts } = event.data;
    event.waitUntil(inTurn(() => (parts ? keepParts(opened, parts) : keep(opened))));
});

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
    event.waitUntil(
        (async () => {
            // Not with navigation preload: it fetches what is left alone too, so that
            // every download would be counted twice.
            await registration.navigationPreload?.disable();
            for (const name of await caches.keys()) {
                if (![PAGES, PARTS].includes(name)) await caches.delete(name);
            }
            await clients.claim();
        })(),
    );
});

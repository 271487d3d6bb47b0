/* Lets what is read here be read again without a line: hires the worker, and tells it when
   a page has really been opened (not only fetched ahead) and of what it consists. */

const SOON = 1000;

async function tell() {
    const hired = await navigator.serviceWorker.register("/offline.js", { updateViaCache: "none" });
    await navigator.serviceWorker.ready;
    hired.active.postMessage({});
    let parts = [];
    let timer = 0;
    const send = () => {
        hired.active.postMessage({ parts });
        parts = [];
        timer = 0;
    };
    // Those that came before, and what comes as the reader goes on.
    new PerformanceObserver((list) => {
        parts.push(...list.getEntries().map((entry) => entry.name));
        timer ||= setTimeout(send, SOON);
    }).observe({ type: "resource", buffered: true });
}

/** Resolves when the page is there, and somebody looks at it. */
async function opened() {
    const said = (target, name) =>
        new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));
    if (document.prerendering) await said(document, "prerenderingchange");
    if (document.readyState !== "complete") await said(window, "load");
}

if ("serviceWorker" in navigator) {
    // A browser that refuses (some do in private windows) reads on as before.
    opened().then(tell).catch(console.debug);
}

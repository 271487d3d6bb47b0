/* What the checks say of a page, put beside the block that each thing concerns; kept up
   to date when the draft is saved by itself. The list itself is the server's. */

const NOTE = "publish-note";

/* The element of a field, block or row, as far down as the form shows one. */
function placeOf(item) {
    const [field, ...path] = item.dataset.path.split("/");
    const steps = item.dataset.steps.split("/");
    let found = document.querySelector(`[data-contentpath="${CSS.escape(field)}"]`);
    const row = document.getElementById(`inline_child_${field}-${steps[0]}`);
    if (row) {
        found = row;
        path.shift();
    }
    for (const part of path) {
        const inner = found?.querySelector(`[data-contentpath="${CSS.escape(part)}"]`);
        if (!inner) break;
        found = inner;
    }
    return found;
}

function noteFor(item) {
    const note = document.createElement("p");
    note.className = `${NOTE} ${NOTE}--${item.dataset.check}`;
    const icon = item.querySelector(".icon")?.cloneNode(true);
    const words = item.querySelector("[data-check-message]").textContent;
    note.append(...(icon ? [icon, " "] : []), words);
    return note;
}

/* A form that was sent back shows the errors itself. */
function isToldAlready(place, words) {
    return [...place.querySelectorAll(".error-message, .w-field__errors, .help-critical")]
        .some((told) => told.textContent.includes(words));
}

function putNotes(panel) {
    document.querySelectorAll(`.${NOTE}`).forEach((note) => note.remove());
    for (const item of panel.querySelectorAll("[data-check]")) {
        const place = placeOf(item);
        const words = item.querySelector("[data-check-message]").textContent;
        if (!place || isToldAlready(place, words)) continue;
        (place.querySelector(".w-panel__content") ?? place).prepend(noteFor(item));
    }
}

/* Open what hides an element: its tab, and the panels that it lies in. */
function reveal(element) {
    const tab = element.closest("[role=tabpanel]");
    if (tab?.hidden) document.getElementById(`tab-label-${tab.id.slice(4)}`)?.click();
    for (let inner = element; inner; inner = inner.parentElement?.closest("[data-panel]")) {
        const toggle = inner.querySelector("[data-panel-toggle]");
        if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
    }
}

function focusIn(place) {
    const written = "input:not([type=hidden]), textarea, select, [contenteditable=true]";
    const first = place.querySelector(written) ?? place.querySelector("button");
    first?.focus({ preventScroll: true });
}

function goTo(item) {
    const place = placeOf(item);
    if (!place) return false;
    reveal(place);
    // What was hidden has no place on the page before the next frame.
    requestAnimationFrame(() => requestAnimationFrame(() => {
        place.scrollIntoView({ block: "center", behavior: "instant" });
        focusIn(place);
        place.classList.add("publish-place");
        setTimeout(() => place.classList.remove("publish-place"), 1600);
    }));
    return true;
}

/* Take the list as it is now, but keep answers that are being written. */
async function refresh(panel, pk) {
    const address = panel.dataset.refreshUrl.replace(/\/0\//, `/${pk}/`);
    const response = await fetch(address, { headers: { Accept: "text/html" } });
    if (!response.ok || response.redirected) return;
    const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = parsed.querySelector("[data-publish-checks]");
    if (!fresh) return;
    for (const field of fresh.querySelectorAll("[data-check-answer]")) {
        const old = panel.querySelector(`[name="${CSS.escape(field.name)}"]`);
        if (old) field.replaceWith(old);
    }
    const focused = panel.contains(document.activeElement) ? document.activeElement : null;
    panel.replaceChildren(...fresh.childNodes);
    panel.dataset.refreshUrl = fresh.dataset.refreshUrl;
    if (focused?.isConnected) focused.focus({ preventScroll: true });
    putNotes(panel);
}

const panel = document.querySelector("[data-publish-checks]");
if (panel) {
    panel.addEventListener("click", (event) => {
        const jump = event.target.closest("[data-check-jump]");
        if (jump && goTo(jump.closest("[data-check]"))) event.preventDefault();
    });
    document.addEventListener("w-autosave:success", (event) => {
        const { pk } = event.detail?.data ?? {};
        if (pk) refresh(panel, pk);
    });
    // Wagtail builds the blocks in its own scripts, which have run by then.
    addEventListener("load", () => putNotes(panel));
    if (document.readyState === "complete") putNotes(panel);
}

/* The list of materials answers at once when a choice is made, and by the keyboard. The
   page is the same without: a form that is sent, and links. */

import { walkGrid } from "./grid_keys.js";

const browse = document.querySelector("[data-browse]");
const form = document.querySelector("[data-browse-form]");
let asked = 0;

/** The address of the choices, without what is empty. */
function addressOf(form) {
    const chosen = new URLSearchParams(new FormData(form));
    const pairs = [...chosen].filter(([, value]) => value.trim());
    const query = new URLSearchParams(pairs).toString();
    return form.getAttribute("action") + (query ? `?${query}` : "");
}

/** Put the parts of the page at `address` in place of ours; keep the focus. */
async function show(address, isBack = false) {
    const turn = ++asked;
    browse.setAttribute("aria-busy", "true");
    try {
        const answer = await fetch(address, { headers: { Accept: "text/html" } });
        if (!answer.ok) throw new Error(answer.status);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (turn !== asked) return;
        const focused = document.activeElement?.id;
        const open = new Set([...browse.querySelectorAll(".facet[open]")].map((f) => f.id));
        for (const part of browse.querySelectorAll("[data-browse-part]")) {
            const name = part.dataset.browsePart;
            const fresh = page.querySelector(`[data-browse-part="${name}"]`);
            part.replaceChildren(...fresh.childNodes);
        }
        for (const link of page.querySelectorAll('link[rel="stylesheet"]')) {
            const href = link.getAttribute("href");
            if (!document.querySelector(`link[href="${href}"]`)) document.head.append(link);
        }
        for (const facet of browse.querySelectorAll(".facet")) {
            if (open.has(facet.id)) facet.open = true;
        }
        if (isBack) form.elements.q.value = page.querySelector("#q")?.value ?? "";
        else history.pushState(null, "", address);
        if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    } catch {
        location.assign(address);
    } finally {
        if (turn === asked) browse.removeAttribute("aria-busy");
    }
}

if (browse && form) {
    // On a narrow page the things come first, and the questions when asked for: it is
    // sent shut, so that nothing moves.
    const all = form.querySelector("[data-facets-all]");
    if (matchMedia("(min-width: 62rem)").matches) all.open = true;
    browse.addEventListener("change", (event) => {
        if (event.target.form === form && event.target.type !== "search") show(addressOf(form));
    });
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        show(addressOf(form));
    });
    addEventListener("popstate", () => show(location.href, true));
    walkGrid(browse, () => form.elements.q);
}

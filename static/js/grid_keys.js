/* Arrow keys go from card to card in a grid, "/" goes to the search field. Who has no use
   for the single key can turn the shortcuts off (WCAG 2.1.4); the browser remembers. */

const OFF = "genveje-fra";
const ARROWS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

function linksOf(root) {
    return [...root.querySelectorAll("[data-grid] .asset-card__title a")];
}

/** The nearest link in the row above or below `from`. */
function across(links, from, way) {
    const box = (link) => link.closest("li").getBoundingClientRect();
    const here = box(from);
    const rows = links.filter((link) => (box(link).top - here.top) * way > 1);
    if (!rows.length) return null;
    const distance = (link) =>
        Math.abs(box(link).top - here.top) * 1000 + Math.abs(box(link).left - here.left);
    return rows.reduce((best, link) => (distance(link) < distance(best) ? link : best));
}

function target(links, from, key) {
    if (key === "Home") return links[0];
    if (key === "End") return links.at(-1);
    if (key === "ArrowLeft" || key === "ArrowRight") {
        return links[links.indexOf(from) + ARROWS[key]];
    }
    return across(links, from, ARROWS[key]);
}

function isTyping(element) {
    return element?.matches("input, select, textarea, [contenteditable]");
}

/** Let the keyboard walk the grid in `root`; `field` gives the search field. */
export function walkGrid(root, field) {
    let isOff = localStorage.getItem(OFF) === "1";
    const mark = () => {
        const words = root.querySelector("[data-keys]");
        if (!words) return;
        words.hidden = false;
        words.querySelector("[data-keys-switch]").setAttribute("aria-pressed", String(!isOff));
    };
    mark();
    new MutationObserver(mark).observe(root, { childList: true, subtree: true });
    root.addEventListener("click", (event) => {
        if (!event.target.closest("[data-keys-switch]")) return;
        isOff = !isOff;
        localStorage.setItem(OFF, isOff ? "1" : "");
        mark();
    });
    document.addEventListener("keydown", (event) => {
        if (isOff || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
        const now = document.activeElement;
        if (event.key === "/" && !isTyping(now)) {
            event.preventDefault();
            field().focus();
            field().select();
            return;
        }
        const links = linksOf(root);
        if (!links.includes(now)) {
            // From nowhere, or from the search field, into the grid.
            const enters = now === document.body ? "ArrowRight" : now === field() && "ArrowDown";
            if (event.key !== enters || !links.length) return;
            event.preventDefault();
            links[0].focus();
            return;
        }
        if (!(event.key in ARROWS) && event.key !== "Home" && event.key !== "End") return;
        event.preventDefault();
        const next = target(links, now, event.key);
        next?.focus();
        next?.closest("li").scrollIntoView({ block: "nearest" });
    });
}

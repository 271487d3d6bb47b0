/* Two versions side by side: goes from difference to difference, hides what is the same,
   and shows a page large with the two versions in one place, one after the other.
   While the worker draws or compares, what it has found is fetched anew. */

const place = document.querySelector("[data-comparison]");
const dialog = place.querySelector("[data-comparison-dialog]");
const sheet = dialog.querySelector(".comparison__sheet");
const count = dialog.querySelector("output");
const sideButtons = [...dialog.querySelectorAll("[data-side]")];
const EVERY = 3000;
// Where a page stands that was jumped to: below what sticks.
const TOP = 160;
let shown = 0;
let side = 1;

const pairs = () => [...place.querySelectorAll("[data-pair]")];
const visible = () => pairs().filter((pair) => pair.offsetParent !== null);
const differing = () => pairs().filter((pair) => pair.classList.contains("page-pair--differs"));

function start() {
    const tools = place.querySelector("[data-comparison-tools]");
    if (tools) tools.hidden = false;
}

async function look() {
    try {
        const answer = await fetch(location.href);
        if (answer.ok && !answer.redirected) {
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const fresh = page.querySelector("[data-comparison]");
            const state = fresh.dataset.state;
            if (state !== place.dataset.state) {
                place.dataset.state = state;
                place
                    .querySelector("[data-comparison-pages]")
                    .replaceWith(fresh.querySelector("[data-comparison-pages]"));
                start();
                if (state === "ready" || state === "alone") return;
            }
        }
    } catch {
        // The line is down: what stands there is the last that is known.
    }
    setTimeout(look, EVERY);
}

/* The next difference below the one that has the focus, or the top; or the one above. */
function jump(step) {
    const all = differing();
    const here = document.activeElement.closest("[data-pair]");
    const from = here ? here.getBoundingClientRect().top : TOP;
    const tops = all.map((pair) => pair.getBoundingClientRect().top);
    const next =
        step > 0 ? tops.findIndex((top) => top > from + 1) : tops.findLastIndex((top) => top < from - 1);
    const pair = all[next] ?? all.at(step > 0 ? 0 : -1);
    pair.scrollIntoView({ block: "start" });
    pair.focus({ preventScroll: true });
}

function show() {
    const all = visible();
    const pair = all[shown];
    const pages = [0, 1].map((n) => pair.querySelector(`[data-page="${n}"]`));
    if (!pages[side]) side = 1 - side;
    const copy = pages[side].cloneNode(true);
    copy.removeAttribute("href");
    const picture = copy.querySelector("img");
    picture.removeAttribute("srcset");
    picture.loading = "eager";
    sheet.replaceChildren(copy);
    count.textContent = `${pair.querySelector("h3").textContent.trim().replace(/\s+/g, " ")} (${shown + 1} / ${all.length})`;
    for (const [n, button] of sideButtons.entries()) {
        button.disabled = !pages[n];
        button.setAttribute("aria-pressed", String(n === side));
    }
    for (const button of dialog.querySelectorAll("[data-step]")) {
        button.disabled = !all[shown + Number(button.dataset.step)];
    }
    // The other one is there when it is turned to.
    if (pages[1 - side]) new Image().src = pages[1 - side].href;
}

function step(n) {
    if (!visible()[shown + n]) return;
    shown += n;
    sheet.scrollTo(0, 0);
    show();
}

function turn(to) {
    side = to;
    show();
}

place.addEventListener("click", (event) => {
    const jumper = event.target.closest("[data-jump]");
    if (jumper) jump(Number(jumper.dataset.jump));
    const page = event.target.closest("[data-page]");
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!page || !isPlain || dialog.contains(page)) return;
    event.preventDefault();
    shown = visible().indexOf(page.closest("[data-pair]"));
    side = Number(page.dataset.page);
    show();
    dialog.showModal();
    sheet.focus();
});

place.addEventListener("change", (event) => {
    if (event.target.matches("[data-only-differing]")) {
        place.classList.toggle("comparison--differing", event.target.checked);
    }
    if (event.target.matches("[data-marks]")) {
        place.classList.toggle("comparison--plain", !event.target.checked);
    }
});

document.addEventListener("keydown", (event) => {
    const isBusy = event.target.closest("input, textarea, select, video, audio, [role=tablist]");
    if (dialog.open || isBusy || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = { ArrowLeft: -1, ArrowRight: 1 };
    if (!(event.key in steps) || !differing().length) return;
    event.preventDefault();
    jump(steps[event.key]);
});

dialog.addEventListener("keydown", (event) => {
    if (event.target.closest("button") && event.key === " ") return;
    const steps = { ArrowLeft: -1, ArrowRight: 1 };
    if (event.key in steps) step(steps[event.key]);
    else if (event.key === " ") turn(1 - side);
    else return;
    event.preventDefault();
});

for (const button of dialog.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => step(Number(button.dataset.step)));
}
for (const [n, button] of sideButtons.entries()) {
    button.addEventListener("click", () => turn(n));
}
dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
dialog.addEventListener("close", () => visible()[shown]?.focus());

start();
if (["drawing", "waiting"].includes(place.dataset.state)) setTimeout(look, EVERY);

/* The reader's own library, chosen once and kept in this browser alone: every title's
   button then leads there. Without script, or before the choice, it is bibliotek.dk. */

const KEPT = "own-library";
const box = document.querySelector("[data-own-library]");

function kept() {
    try {
        const library = JSON.parse(localStorage.getItem(KEPT));
        return library?.name && /^https?:\/\//.test(library.search) ? library : null;
    } catch {
        return null;
    }
}

function keep(library) {
    try {
        if (library) localStorage.setItem(KEPT, JSON.stringify(library));
        else localStorage.removeItem(KEPT);
    } catch {
        // A browser that keeps nothing asks again on the next page.
    }
}

function lead(library) {
    for (const link of document.querySelectorAll("[data-title-number]")) {
        link.dataset.elsewhere ??= link.href;
        const words = link.querySelector("[data-where]");
        words.dataset.words ??= words.textContent;
        if (library) {
            const number = encodeURIComponent(link.dataset.titleNumber);
            link.href = library.search.replace("{q}", () => number);
            words.textContent = box.dataset.find.replace("{library}", () => library.name);
        } else {
            link.href = link.dataset.elsewhere;
            words.textContent = words.dataset.words;
        }
    }
}

async function begin() {
    const select = box.querySelector("select");
    const library = kept();
    if (library) lead(library);
    const answer = await fetch(box.dataset.ownLibrary);
    const { libraries } = await answer.json();
    if (!libraries.length) return;
    for (const { name } of libraries) select.add(new Option(name, name));
    const still = libraries.find(({ name }) => name === library?.name) ?? null;
    if (library) {
        keep(still);
        lead(still);
    }
    select.value = still?.name ?? "";
    select.addEventListener("change", () => {
        const chosen = libraries.find(({ name }) => name === select.value) ?? null;
        keep(chosen);
        lead(chosen);
    });
    box.hidden = false;
}

if (box) begin().catch(() => {});

/* The last searches of this browser: kept in it alone, and forgotten at a click. */

const KEY = "seneste-soegninger";
const MOST = 8;

const recent = document.querySelector("[data-recent]");

/** What is kept; none where the browser keeps nothing, or something else lies there. */
function kept() {
    try {
        const found = JSON.parse(localStorage.getItem(KEY));
        return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
    } catch {
        return [];
    }
}

function keep(searches) {
    try {
        if (searches.length) localStorage.setItem(KEY, JSON.stringify(searches));
        else localStorage.removeItem(KEY);
    } catch {
        // A browser that keeps nothing.
    }
}

function show(searches) {
    recent.hidden = !searches.length;
    recent.querySelector("ul").replaceChildren(...searches.map((text) => {
        const row = document.createElement("li");
        const link = document.createElement("a");
        link.href = `${recent.dataset.recent}?${new URLSearchParams({ q: text })}`;
        link.textContent = text;
        row.append(link);
        return row;
    }));
}

if (recent) {
    const query = recent.dataset.recentQuery;
    const others = kept().filter((one) => one !== query);
    if (query) keep([query, ...others].slice(0, MOST));
    // Beside the answer to one search the others would be in the way.
    if (!location.search.includes("q=")) show(others.slice(0, MOST));
    recent.querySelector("button").addEventListener("click", () => {
        keep([]);
        show([]);
        document.querySelector('.search-page input[type="search"]')?.focus();
    });
}

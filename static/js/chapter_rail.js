// Marks the chapter that is being read in the rail beside the page.

const rail = document.querySelector("[data-chapter-rail]");

if (rail) {
    const links = new Map(
        [...rail.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]),
    );
    const headings = [...links.keys()]
        .map((id) => document.getElementById(id))
        .filter(Boolean);
    const mark = () => {
        const line = window.innerHeight / 3;
        const read = headings.filter((h) => h.getBoundingClientRect().top < line).pop();
        for (const [id, link] of links) {
            if (id === read?.id) link.setAttribute("aria-current", "location");
            else link.removeAttribute("aria-current");
        }
    };
    let waiting = false;
    document.addEventListener(
        "scroll",
        () => {
            if (waiting) return;
            waiting = true;
            requestAnimationFrame(() => {
                waiting = false;
                mark();
            });
        },
        { passive: true },
    );
    // At the top none is being read; and who comes further down by an address scrolls.
    if (window.scrollY > 0) mark();
}

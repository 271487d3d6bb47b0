/* Follows a package that is being packed, and reloads the page when the wait is over.
   Without it the page has a link to itself. */

const EVERY = 4000;
const place = document.querySelector("[data-package-progress]");
const bar = place.querySelector("progress");
const words = place.querySelector(".package-progress__words");

async function look() {
    try {
        const answer = await fetch(place.dataset.packageProgress, { headers: { Accept: "application/json" } });
        if (answer.ok && !answer.redirected) {
            const state = await answer.json();
            if (!state.waiting) {
                location.reload();
                return;
            }
            bar.value = state.done;
            words.textContent = state.words;
        }
    } catch {
        // The line is down: what stands there is the last that is known.
    }
    setTimeout(look, EVERY);
}

setTimeout(look, EVERY);

/* A form is sent when it is whole. One that is being autosaved waits until that has ended:
   two saves at once would make the same page twice, and the second would fail. Rich text
   reaches the form a quarter of a second after the last key: who saves by Ctrl+S within
   that time would lose the last words.

   Once a form is sent, it is not autosaved: a draft that came in last would lie on top of
   what was just published. */

const LONGEST_WAIT = 10_000; // ms; then it is sent whatever the autosave does
const WORDS_TAKE = 300; // ms

let isSent = false;
addEventListener("submit", (event) => {
    isSent ||= !event.defaultPrevented && event.target.matches("[data-edit-form]");
});
/* Wagtail's workflow sends the form without that event. */
addEventListener("beforeunload", () => { isSent = true; });
/* Who chose to stay writes on. */
for (const back of ["input", "pageshow"]) addEventListener(back, () => { isSent = false; });

const saving = new WeakSet();
document.addEventListener("w-autosave:save", (event) => {
    if (isSent) event.preventDefault();
    else saving.add(event.target);
}, true);
for (const end of ["success", "error"]) {
    document.addEventListener(`w-autosave:${end}`, (event) => saving.delete(event.target));
}

function ended(form) {
    return new Promise((resolve) => {
        const options = { once: true };
        form.addEventListener("w-autosave:success", resolve, options);
        form.addEventListener("w-autosave:error", resolve, options);
        setTimeout(resolve, LONGEST_WAIT);
    });
}

/* The pressed button may be disabled by now, and would then be left out. */
function keepButton(form, button) {
    if (!button?.name) return;
    const kept = document.createElement("input");
    Object.assign(kept, { type: "hidden", name: button.name, value: button.value });
    form.append(kept);
}

let lastWord = -WORDS_TAKE;
for (const way of ["keydown", "paste", "drop"]) {
    addEventListener(way, ({ target }) => {
        if (target.closest?.(".Draftail-Editor")) lastWord = performance.now();
    }, true);
}

/* What the form lacks yet, as promises. */
function lacking(form) {
    const waits = saving.has(form) ? [ended(form)] : [];
    const rest = lastWord + WORDS_TAKE - performance.now();
    if (rest > 0) waits.push(new Promise((resolve) => setTimeout(resolve, rest)));
    return waits;
}

async function waitThenSend(event) {
    const form = event.target;
    const waits = lacking(form);
    if (!waits.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await Promise.all(waits);
    saving.delete(form);
    keepButton(form, event.submitter);
    form.requestSubmit();
}

document.addEventListener("submit", waitThenSend, true);

/* A form that is being autosaved is sent when that has ended: two saves at once would
   make the same page twice, and the second would fail. Once it is sent, it is not
   autosaved: a draft that came in last would lie on top of what was just published. */

const LONGEST_WAIT = 10_000; // ms; then it is sent whatever the autosave does

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

async function waitThenSend(event) {
    const form = event.target;
    if (!saving.has(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await ended(form);
    saving.delete(form);
    keepButton(form, event.submitter);
    form.requestSubmit();
}

document.addEventListener("submit", waitThenSend, true);

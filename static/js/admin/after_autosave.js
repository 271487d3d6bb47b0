/* A form that is being autosaved is sent when that has ended: two saves at once would
   make the same page twice, and the second would fail. */

const LONGEST_WAIT = 10_000; // ms; then it is sent whatever the autosave does

const saving = new WeakSet();
document.addEventListener("w-autosave:save", (event) => saving.add(event.target));
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

/* An idea that saves itself while it is written; without script its button does. */

const form = document.querySelector("form[data-autosave]");
const status = form.querySelector("[data-saved]");
const missing = form.querySelector("[data-missing]");
const WAIT = 1200;
let timer = 0;
let saving = null;
let stopped = false;

function showErrors(errors) {
    for (const field of form.querySelectorAll(".form__field")) {
        const input = field.querySelector("[name]");
        const text = errors[input?.name] ?? "";
        let line = field.querySelector(".form__error");
        field.classList.toggle("form__field--wrong", Boolean(text));
        if (!text) {
            line?.remove();
            input?.removeAttribute("aria-invalid");
            continue;
        }
        if (!line) {
            line = document.createElement("p");
            line.className = "form__error";
            line.id = `${input.id}_error`;
            input.before(line);
            const described = new Set((input.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
            input.setAttribute("aria-describedby", [...described.add(line.id)].join(" "));
        }
        line.textContent = text;
        input.setAttribute("aria-invalid", "true");
    }
}

async function save() {
    // Not form.action: the buttons are called that.
    const response = await fetch(location.href, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
    });
    const answer = await response.json();
    if (answer.conflict) {
        stopped = true;
        status.textContent = answer.conflict;
        status.classList.add("notice", "notice--warning");
        return;
    }
    form.elements.version.value = answer.version;
    showErrors(answer.errors);
    missing.hidden = answer.missing.length === 0;
    missing.querySelector("[data-missing-list]").textContent = answer.missing.join(", ");
    status.textContent = answer.text;
}

function later() {
    if (stopped) return;
    status.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(async () => {
        // One at a time: each saves onto the version that the one before made.
        await saving;
        saving = save().catch(() => {
            // The next stroke tries again, and the button is there.
            status.textContent = status.dataset.lost;
        });
    }, WAIT);
}

form.addEventListener("input", later);
form.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    if (!saving || stopped) return;
    event.preventDefault();
    const pending = saving;
    saving = null;
    await pending;
    form.requestSubmit(event.submitter);
});

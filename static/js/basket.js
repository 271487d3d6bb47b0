/* "Læg i kurv" without leaving the page; without script the form does the same. */

async function collect(event) {
    const form = event.target.closest("form[data-basket]");
    if (!form) return;
    event.preventDefault();
    const button = form.querySelector("button");
    const answer = form.querySelector("[role=status]");
    button.disabled = true;
    try {
        const response = await fetch(form.action, {
            method: "POST",
            body: new FormData(form),
            headers: { Accept: "application/json" },
        });
        if (!response.ok || response.redirected) throw new Error(response.status);
        const { text, url } = await response.json();
        const link = document.createElement("a");
        link.href = url;
        link.textContent = text;
        answer.replaceChildren(link);
        answer.hidden = false;
    } catch {
        form.submit();
    } finally {
        button.disabled = false;
    }
}

document.addEventListener("submit", collect);

/* Buttons that copy a text beside them; without script they are not shown. */

async function copy(event) {
    const button = event.currentTarget;
    const source = document.getElementById(button.dataset.copy);
    const words = button.dataset.words ?? button.textContent;
    button.dataset.words = words;
    try {
        await navigator.clipboard.writeText(source.textContent.trim());
        button.textContent = button.dataset.copied;
        setTimeout(() => (button.textContent = words), 2000);
    } catch {
        getSelection().selectAllChildren(source);
    }
}

for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", copy);
}

/* Put a colour that is offered into the field that it is for. */

document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-use-colour]");
    if (!button) return;
    const field = document.getElementById(button.dataset.for);
    field.value = button.dataset.useColour;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    const pair = button.closest(".contrasts__pair");
    if (pair) {
        pair.querySelector(".contrasts__sample").style.color = field.value;
        const disc = pair.querySelector(".contrasts__disc");
        if (disc) disc.style.background = field.value;
    }
    field.focus();
});

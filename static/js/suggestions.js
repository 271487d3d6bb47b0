/* Titles offered under a search box while one types, by the ARIA pattern of a combobox
   with a list: arrows choose, Enter goes there, Escape shuts the list. Without this the
   box is a form. */

const WAIT = 180;
const SHORTEST = 2;

/** Give one form with a search box its list. */
function suggestIn(form, number) {
    const input = form.querySelector('input[type="search"]');
    const list = document.createElement("ul");
    list.id = `forslag-${number}`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.querySelector("label").textContent);
    list.hidden = true;
    const said = document.createElement("p");
    said.className = "visually-hidden";
    said.setAttribute("role", "status");
    form.append(list, said);
    for (const [name, value] of Object.entries({
        role: "combobox",
        "aria-autocomplete": "list",
        "aria-controls": list.id,
        "aria-expanded": "false",
    })) input.setAttribute(name, value);

    let timer, asking, chosen = -1;

    const shut = () => {
        clearTimeout(timer);
        asking?.abort();
        list.hidden = true;
        chosen = -1;
        input.setAttribute("aria-expanded", "false");
        input.removeAttribute("aria-activedescendant");
    };

    const choose = (place) => {
        const all = [...list.children];
        chosen = place;
        all.forEach((one, n) => one.setAttribute("aria-selected", String(n === place)));
        if (place < 0) input.removeAttribute("aria-activedescendant");
        else {
            input.setAttribute("aria-activedescendant", all[place].id);
            all[place].scrollIntoView({ block: "nearest" });
        }
    };

    const show = (found) => {
        list.replaceChildren(...found.map((one, n) => {
            const row = document.createElement("li");
            row.id = `${list.id}-${n}`;
            row.className = "suggestions__one";
            row.setAttribute("role", "option");
            row.setAttribute("aria-selected", "false");
            row.dataset.url = one.url;
            for (const part of ["title", "kind"]) {
                const text = document.createElement("span");
                text.className = `suggestions__${part}`;
                text.textContent = one[part];
                row.append(text, part === "title" ? " " : "");
            }
            return row;
        }));
        list.hidden = !found.length;
        chosen = -1;
        input.removeAttribute("aria-activedescendant");
        input.setAttribute("aria-expanded", String(Boolean(found.length)));
        said.textContent = found.length
            ? form.dataset.suggestFound.replace("{n}", found.length)
            : form.dataset.suggestNone;
    };

    const ask = async () => {
        const text = input.value.trim();
        asking?.abort();
        if (text.length < SHORTEST) return shut();
        asking = new AbortController();
        try {
            const address = `${form.dataset.suggest}?${new URLSearchParams({ q: text })}`;
            const answer = await fetch(address, { signal: asking.signal });
            if (!answer.ok) return shut();
            const { suggestions } = await answer.json();
            if (document.activeElement === input) show(suggestions);
        } catch {
            // Another letter was typed, or there is no line: the form still works.
        }
    };

    input.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(ask, WAIT);
    });
    input.addEventListener("keydown", (event) => {
        const count = list.children.length;
        if (event.key === "Escape" && !list.hidden) {
            event.preventDefault();
            shut();
        } else if (["ArrowDown", "ArrowUp"].includes(event.key) && !event.altKey) {
            if (list.hidden && event.key === "ArrowDown") ask();
            else if (!list.hidden) {
                // One place is the box itself, with none chosen.
                const step = event.key === "ArrowDown" ? 1 : -1;
                choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
            }
            event.preventDefault();
        } else if (event.key === "Enter" && !list.hidden && chosen >= 0) {
            event.preventDefault();
            location.assign(list.children[chosen].dataset.url);
        }
    });
    // Before the box loses the focus.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
        const row = event.target.closest("[role=option]");
        if (row) location.assign(row.dataset.url);
    });
    input.addEventListener("blur", shut);
    form.addEventListener("submit", shut);
}

document.querySelectorAll("form[data-suggest]").forEach(suggestIn);

/* The list of files on the page: one line each, whoever knows of it. */

export class List {
    #lines = new Map();

    constructor(element, template) {
        this.element = element;
        this.template = template;
    }

    /* The line of an id; made at the top when there is none. */
    line(id) {
        let line = this.#lines.get(id);
        if (!line) {
            line = this.template.content.firstElementChild.cloneNode(true);
            this.element.prepend(line);
            this.#lines.set(id, line);
        }
        return line;
    }

    /* The ids of the lines of files of this name that are not in. */
    openOf(name) {
        const isOpen = ([, line]) =>
            line.dataset.state === "uploading" &&
            line.querySelector("[data-part=name]").textContent === name;
        return [...this.#lines].filter(isOpen).map(([id]) => id);
    }

    /* The server gave the file an id of its own; a line from before is the same file. */
    rename(from, to) {
        const line = this.#lines.get(from);
        if (!line) return;
        if (this.#lines.has(to)) this.#lines.get(to).remove();
        this.#lines.delete(from);
        this.#lines.set(to, line);
    }

    remove(id) {
        this.#lines.get(id)?.remove();
        this.#lines.delete(id);
    }

    /* Only what differs is written: a screen reader and a click must not be disturbed. */
    show(id, { name, size, state, label, detail, notes = [], share, url, title, actions = {} }) {
        const line = this.line(id);
        const part = (word) => line.querySelector(`[data-part=${word}]`);
        const write = (word, text) => {
            const element = part(word);
            if (element.textContent !== text) element.textContent = text;
            element.hidden = !text;
        };
        if (state) line.dataset.state = state;
        write("name", name);
        write("size", size ?? "");
        write("label", label ?? "");
        write("detail", detail ?? "");
        const list = part("notes");
        if (list.dataset.text !== notes.join("\n")) {
            list.dataset.text = notes.join("\n");
            list.replaceChildren(
                ...notes.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
            );
        }
        list.hidden = !notes.length;
        const progress = part("progress");
        progress.hidden = share === undefined;
        progress.value = share ?? 0;
        const link = part("link");
        link.hidden = !url;
        if (url) link.href = url;
        part("title").textContent = title && title !== name ? title : "";
        const button = part("cancel");
        button.hidden = !actions.cancel;
        button.onclick = actions.cancel ?? null;
        button.setAttribute("aria-label", `${button.textContent.trim()}: ${name}`);
    }

    counts() {
        const counts = {};
        for (const { dataset } of this.#lines.values()) {
            counts[dataset.state] = (counts[dataset.state] ?? 0) + 1;
        }
        return counts;
    }
}

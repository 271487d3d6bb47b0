/* <tema-samarbejde kind="laeseliste" ref="…">: a part of Bibliotekernes Temasamarbejde on
   a library's own page, in a frame that is as tall as what it shows. SITE stands before
   this, written by the site. It sets no cookie. What it keeps, in the library's own
   storage, is the last text that came, to be shown with its date when we do not answer;
   the attribute "no-copy" keeps nothing. */

const HOME = new URL(import.meta.url).origin;
const VERSION = 1;
const KEPT = "temasamarbejde";
const MONTH = 30 * 24 * 60 * 60 * 1000;
// Milliseconds: for an answer at all, for the script of one that came, before asking anew.
const PATIENCE = 15_000;
const READY = 4_000;
const AGAIN = 60_000;
const [LOWEST, HIGHEST] = [40, 8000];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SCHEMES = { light: "lys", dark: "moerk" };

const styles = new CSSStyleSheet();
styles.replaceSync(`
    :host { display: block; max-inline-size: var(--temasamarbejde-width, none); }
    :host([hidden]), [hidden] { display: none !important; }
    iframe { display: block; inline-size: 100%; border: 0; border-radius: var(--temasamarbejde-radius, 0.75rem); }
    iframe.is-away { position: absolute; inline-size: 1px; visibility: hidden; }
    :host([corners="square"]) { --temasamarbejde-radius: 0; }
    .copy { padding: 1.25rem; border-radius: var(--temasamarbejde-radius, 0.75rem); overflow-wrap: break-word; }
    .copy * { margin: 0; color: inherit; }
    .copy > * + * { margin-top: 0.75rem; }
    .copy ul { padding-left: 1.2em; }
    .copy li + li { margin-top: 0.35em; }
    .copy a { display: inline-block; min-height: 1.5rem; }
    .title { font-size: 1.5em; font-weight: bold; line-height: 1.1; }
    .note { font-size: 0.9em; }
`);

/* Any colour of CSS's as six digits; empty for what is none. */
function digits(colour) {
    const text = colour?.trim();
    if (!text || !CSS.supports("color", text)) return "";
    const pen = document.createElement("canvas").getContext("2d");
    pen.fillStyle = text;
    return /^#[0-9a-f]{6}$/.test(pen.fillStyle) ? pen.fillStyle.slice(1) : "";
}

function element(name, text, more = {}) {
    return Object.assign(document.createElement(name), { textContent: text }, more);
}

function link({ text, href }) {
    return element("a", String(text), { href: /^https?:/.test(href) ? href : HOME });
}

class TemaSamarbejde extends HTMLElement {
    static observedAttributes = [
        "kind", "ref", "lang", "label", "accent", "scheme", "library", "width", "corners",
    ];

    #words = element("slot", "");
    #copy = element("section", "", { className: "copy", hidden: true });
    #frame = null;
    #watch = null;
    #timer = 0;
    #isDue = false;

    constructor() {
        super();
        const root = this.attachShadow({ mode: "open" });
        root.adoptedStyleSheets = [styles];
        root.append(this.#words, this.#copy);
    }

    connectedCallback() {
        addEventListener("message", this.#hear);
        addEventListener("online", this.#ask);
        this.#watch = new IntersectionObserver(
            (seen) => {
                if (!seen.some((one) => one.isIntersecting)) return;
                this.#watch.disconnect();
                this.#begin();
            },
            { rootMargin: "600px" },
        );
        this.#watch.observe(this);
    }

    disconnectedCallback() {
        removeEventListener("message", this.#hear);
        removeEventListener("online", this.#ask);
        this.#watch.disconnect();
        clearTimeout(this.#timer);
        this.#frame?.remove();
        this.#frame = null;
    }

    attributeChangedCallback() {
        if (!this.#frame || this.#isDue) return;
        // Several may be set at once.
        this.#isDue = true;
        queueMicrotask(() => {
            this.#isDue = false;
            if (this.#frame) this.#begin();
        });
    }

    get #language() {
        const code = this.closest("[lang]")?.lang.slice(0, 2).toLowerCase();
        return code in SITE.words ? code : SITE.language;
    }

    get #label() {
        return this.getAttribute("label") || this.textContent.trim() || this.#said.label;
    }

    get #said() {
        return SITE.words[this.#language];
    }

    get #address() {
        const [kind, ref] = [this.getAttribute("kind"), this.getAttribute("ref") ?? ""];
        if (!Object.hasOwn(SITE.heights, kind) || !UUID.test(ref)) return null;
        const prefix = this.#language === SITE.language ? "" : `/${this.#language}`;
        const address = new URL(`${prefix}/indlejr/${kind}/${ref}/`, HOME);
        const own = getComputedStyle(this).getPropertyValue("--temasamarbejde-accent");
        const options = {
            farve: digits(this.getAttribute("accent") ?? own),
            skema: SCHEMES[this.getAttribute("scheme")],
            bibliotek: this.getAttribute("library"),
        };
        for (const [name, value] of Object.entries(options)) {
            if (value) address.searchParams.set(name, value);
        }
        return address.href;
    }

    #begin() {
        const address = this.#address;
        if (!address) return;
        this.#frame?.remove();
        const width = Number.parseInt(this.getAttribute("width"), 10);
        this.style.maxInlineSize = width > 0 ? `${width}px` : "";
        const kept = this.#kept();
        this.#frame = element("iframe", "", {
            title: this.#label,
            src: address,
            allow: "fullscreen; picture-in-picture; autoplay",
            referrerPolicy: "no-referrer",
            height: kept?.height || SITE.heights[this.getAttribute("kind")],
        });
        this.#frame.addEventListener("load", () => this.#wait(READY));
        this.shadowRoot.append(this.#frame);
        this.#words.hidden = true;
        this.#copy.hidden = true;
        this.#wait(PATIENCE);
    }

    #wait(milliseconds) {
        clearTimeout(this.#timer);
        if (!this.#frame || this.#frame.isThere) return;
        this.#timer = setTimeout(() => this.#doWithout(), milliseconds);
    }

    #ask = () => {
        if (!this.#frame || this.#frame.isThere) return;
        this.#frame.src = this.#frame.src;
        this.#wait(PATIENCE);
    };

    /* Nobody answers: what came last, else the library's own link; then asks again. */
    #doWithout() {
        const kept = this.#kept();
        const isNew = this.#copy.hidden;
        this.#frame.classList.add("is-away");
        if (isNew) this.#copy.replaceChildren(...this.#lines(kept));
        this.#words.hidden = Boolean(kept);
        this.#copy.hidden = false;
        // Not all pages in the same second.
        this.#timer = setTimeout(this.#ask, AGAIN * (1 + Math.random() / 2));
    }

    #lines(kept) {
        const date = new Intl.DateTimeFormat(this.#language, { dateStyle: "long" });
        const day = kept && date.format(kept.at);
        const words = kept ? this.#said.kept.replace("{day}", day) : this.#said.away;
        const note = element("p", words, { className: "note", role: "status" });
        this.#copy.ariaLabel = this.#label;
        if (!kept) return [note];
        for (const [name, value] of [["background-color", kept.ground], ["color", kept.ink]]) {
            this.#copy.style.setProperty(name, value);
        }
        const list = element("ul", "");
        list.append(...kept.items.map((item) => {
            const row = element("li", "");
            row.append(link(item));
            return row;
        }));
        const way = element("p", "");
        if (kept.way) way.append(link(kept.way));
        return [
            element("p", kept.over),
            element("p", kept.title, { className: "title" }),
            element("p", kept.words),
            list,
            way,
            note,
        ].filter((line) => line.hasChildNodes());
    }

    #hear = (event) => {
        const frame = this.#frame;
        if (event.origin !== HOME || !frame || event.source !== frame.contentWindow) return;
        const { temasamarbejde, state, height, copy } = event.data ?? {};
        if (temasamarbejde !== VERSION) return;
        if (state === "awake") {
            event.source.postMessage({ temasamarbejde: VERSION }, HOME);
            return;
        }
        frame.isThere = true;
        clearTimeout(this.#timer);
        frame.classList.remove("is-away");
        this.#copy.hidden = this.#words.hidden = true;
        if (Number.isFinite(height)) {
            frame.height = Math.min(Math.max(height, LOWEST), HIGHEST);
        }
        if (state === "gone") this.#keep(null);
        else if (copy) this.#keep({ ...copy, at: Date.now(), height: frame.height });
    };

    get #name() {
        const parts = [this.getAttribute("kind"), this.getAttribute("ref"), this.#language];
        return [KEPT, ...parts].join(".");
    }

    #kept() {
        try {
            const kept = JSON.parse(localStorage.getItem(this.#name));
            return Date.now() - kept.at < MONTH && Array.isArray(kept.items) ? kept : null;
        } catch {
            return null;
        }
    }

    #keep(kept) {
        try {
            if (kept && !this.hasAttribute("no-copy")) {
                localStorage.setItem(this.#name, JSON.stringify(kept));
            } else localStorage.removeItem(this.#name);
        } catch {
            // A browser that keeps nothing has the library's own link.
        }
    }
}

// A page may have the script twice.
if (!customElements.get("tema-samarbejde")) {
    customElements.define("tema-samarbejde", TemaSamarbejde);
}

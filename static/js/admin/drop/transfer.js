/* One file on its way: in parts, several at once, as often as it takes. */

const LONGEST_WAIT = 30_000; // ms between two attempts
const HEAD_BYTES = 64 * 1024;

/* What the house says no to; anything else is the line, and is tried again. */
export class Refusal extends Error {}
class Cancelled extends Error {}

/* Lets so many parts of all files through at once. */
export class Slots {
    #free;
    #waiting = [];

    constructor(count) {
        this.#free = count;
    }

    async take() {
        if (this.#free > 0) this.#free -= 1;
        else await new Promise((go) => this.#waiting.push(go));
    }

    give() {
        const next = this.#waiting.shift();
        if (next) next();
        else this.#free += 1;
    }
}

export async function askJson(url, { body, csrf, signal }) {
    const response = await fetch(url, {
        method: "POST",
        headers: { "X-CSRFToken": csrf, "Content-Type": "application/json" },
        body: JSON.stringify(body ?? {}),
        signal,
    });
    if (response.ok && !response.redirected) return response.json();
    const answer = await response.json().catch(() => ({}));
    const passes = response.status >= 500 || response.status === 408 || response.status === 429;
    if (passes) {
        const seconds = response.status === 429 ? Number(response.headers.get("Retry-After")) : 0;
        throw Object.assign(new Error(`${response.status}`), { said: answer.error, seconds });
    }
    throw Object.assign(new Refusal(answer.error ?? ""), { code: answer.code });
}

/* The same for the same file chosen again, from its ends, size and time. */
async function fingerprintOf(file) {
    const ends = [file.slice(0, HEAD_BYTES), file.slice(Math.max(0, file.size - HEAD_BYTES))];
    let high = 0xdeadbeef;
    let low = 0x41c6ce57;
    for (const end of ends) {
        for (const byte of new Uint8Array(await end.arrayBuffer())) {
            high = Math.imul(high ^ byte, 2654435761);
            low = Math.imul(low ^ byte, 1597334677);
        }
    }
    const digits = [high, low].map((half) => (half >>> 0).toString(16)).join("");
    return `${file.size}-${file.lastModified}-${digits}`;
}

async function sha256Of(buffer) {
    // Only where the page came safely; the server then checks the size alone.
    if (!globalThis.crypto?.subtle) return "";
    const digest = await crypto.subtle.digest("SHA-256", buffer);
    return [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, "0")).join("");
}

function put(url, buffer, { csrf, signal, onProgress }) {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        const stop = () => request.abort();
        request.open("PUT", url);
        if (csrf) request.setRequestHeader("X-CSRFToken", csrf);
        request.upload.addEventListener("progress", (event) => onProgress(event.loaded));
        request.addEventListener("load", () => {
            if (request.status >= 200 && request.status < 300) resolve();
            else reject(new Error(`${request.status}`));
        });
        request.addEventListener("error", () => reject(new Error("line")));
        request.addEventListener("abort", () => reject(new Cancelled()));
        request.addEventListener("loadend", () => signal.removeEventListener("abort", stop));
        signal.addEventListener("abort", stop);
        request.send(buffer);
    });
}

/* Waits longer each time, or as long as the house asks for, or until the line is back. */
function pause(attempt, seconds, signal) {
    return new Promise((resolve) => {
        const done = () => {
            clearTimeout(timer);
            removeEventListener("online", done);
            resolve();
        };
        const timer = setTimeout(done, Math.max(1000 * seconds, Math.min(LONGEST_WAIT, 500 * 2 ** attempt)));
        addEventListener("online", done);
        signal.addEventListener("abort", done, { once: true });
    });
}

export class Transfer {
    sent = 0; // bytes that are in, or on the line now
    waits = false; // for the line, or for the house
    reason = ""; // in the words of the house, when it has any
    isDone = false;
    #onLine = new Map();
    #whole = 0;
    #controller = new AbortController();

    constructor(file, { csrf, slots, onChange }) {
        Object.assign(this, { file, csrf, slots, onChange });
    }

    /* Returns the row that the server made of the file; throws Refusal. */
    async send(beginUrl, drop) {
        const { file } = this;
        let fingerprint;
        try {
            fingerprint = await fingerprintOf(file);
        } catch {
            throw new Refusal("unreadable");
        }
        const asked = { drop, name: file.name, size: file.size, fingerprint };
        for (let tries = 0; ; tries += 1) {
            this.session = await this.#persist(() => this.#ask(beginUrl, asked));
            await this.#sendMissing();
            try {
                const row = await this.#persist(() => this.#ask(this.session.finish_url));
                this.isDone = true;
                return row;
            } catch (error) {
                // Storage lost a part that it had: what is missing is sent once more.
                if (error.code !== "parts" || tries === 2) throw error;
            }
        }
    }

    async #sendMissing() {
        const { file } = this;
        this.#whole = 0;
        const count = Math.ceil(file.size / this.session.part_size);
        const there = new Set(this.session.parts);
        const missing = [];
        for (let number = 1; number <= count; number += 1) {
            if (there.has(number)) this.#whole += this.#sizeOf(number);
            else missing.push(number);
        }
        this.#tell();
        await this.#sendParts(missing);
    }

    async cancel() {
        this.#controller.abort();
        if (this.session) await askJson(this.session.cancel_url, { csrf: this.csrf });
    }

    get isCancelled() {
        return this.#controller.signal.aborted;
    }

    async #sendParts(numbers) {
        // The next part begins when one ends, so that a part's bytes are read late.
        const queue = numbers[Symbol.iterator]();
        const lane = async () => {
            for (const number of queue) await this.#sendPart(number);
        };
        const lanes = Array.from({ length: 4 }, lane);
        try {
            await Promise.all(lanes);
        } catch (error) {
            // One part that is refused ends the file.
            if (!this.isCancelled) this.#controller.abort();
            throw error;
        }
    }

    async #sendPart(number) {
        await this.slots.take();
        try {
            await this.#persist(() => this.#tryPart(number));
        } finally {
            this.slots.give();
        }
    }

    async #tryPart(number) {
        const start = (number - 1) * this.session.part_size;
        let buffer;
        try {
            buffer = await this.file.slice(start, start + this.#sizeOf(number)).arrayBuffer();
        } catch {
            throw new Refusal("changed");
        }
        const sha256 = await sha256Of(buffer);
        const { url, direct } = await this.#ask(this.session.part_url, { number, sha256 });
        try {
            await put(url, buffer, {
                csrf: direct ? "" : this.csrf,
                signal: this.#controller.signal,
                onProgress: (bytes) => {
                    this.#onLine.set(number, bytes);
                    this.#tell();
                },
            });
            this.#whole += buffer.byteLength;
        } finally {
            this.#onLine.delete(number);
            this.#tell();
        }
    }

    #sizeOf(number) {
        const { part_size: size } = this.session;
        return Math.min(size, this.file.size - (number - 1) * size);
    }

    #ask(url, body) {
        return askJson(url, { body, csrf: this.csrf, signal: this.#controller.signal });
    }

    async #persist(attempt) {
        for (let tries = 0; ; tries += 1) {
            if (this.isCancelled) throw new Cancelled();
            try {
                const answer = await attempt();
                if (this.waits) {
                    this.waits = false;
                    this.#tell();
                }
                return answer;
            } catch (error) {
                if (error instanceof Refusal) throw error;
                if (this.isCancelled) throw new Cancelled();
                this.waits = true;
                this.reason = error.said ?? "";
                this.#tell();
                await pause(tries, error.seconds || 0, this.#controller.signal);
            }
        }
    }

    #tell() {
        let onLine = 0;
        for (const bytes of this.#onLine.values()) onLine += bytes;
        this.sent = this.#whole + onLine;
        this.onChange(this);
    }
}

/* How fast it goes and how long there is left, of what came in the last seconds. */

const WINDOW = 8_000; // ms

export class Pace {
    #samples = [];

    note(bytes, now = performance.now()) {
        this.#samples.push([now, bytes]);
        while (now - this.#samples[0][0] > WINDOW) this.#samples.shift();
    }

    /* Bytes a second; 0 until it can be said. */
    get speed() {
        if (this.#samples.length < 2) return 0;
        const [from, before] = this.#samples[0];
        const [to, after] = this.#samples[this.#samples.length - 1];
        return to - from > 500 ? Math.max(0, ((after - before) / (to - from)) * 1000) : 0;
    }

    secondsFor(bytes) {
        return this.speed > 0 ? bytes / this.speed : Infinity;
    }
}

export function bytesText(bytes, language) {
    const units = ["byte", "kB", "MB", "GB"];
    let value = bytes;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    const digits = unit > 1 && value < 9.95 ? 1 : 0;
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return `${value.toLocaleString(language, options)} ${units[unit]}`;
}

export function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export function timeText(seconds, texts, language) {
    if (seconds < 60) return filled(texts.seconds, { n: Math.max(1, Math.round(seconds)) });
    if (seconds < 3600) return filled(texts.minutes, { n: Math.round(seconds / 60) });
    const hours = (seconds / 3600).toLocaleString(language, { maximumFractionDigits: 1 });
    return filled(texts.hours, { n: hours });
}

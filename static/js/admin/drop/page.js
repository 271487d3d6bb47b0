/* The page "Læg filer op": what is dropped is sent, what is sent is followed. */

import { List } from "./list.js";
import { Pace, bytesText, filled, timeText } from "./pace.js";
import { askJson, Refusal, Slots, Transfer } from "./transfer.js";

const PARTS_AT_ONCE = 4;
const FILES_AT_ONCE = 4;
const POLL = 1_500; // ms while something is under way
const POLL_IDLE = 15_000;
const SHOWN_EVERY = 200;
const BUSY_STATES = ["received", "checking"];

const root = document.querySelector("[data-drop]");
const form = root.querySelector("[data-drop-form]");
const input = root.querySelector("[data-drop-input]");
const zone = root.querySelector("[data-drop-zone]");
const complaint = root.querySelector("[data-drop-complaint]");
const summary = root.querySelector("[data-drop-summary]");
const lateness = root.querySelector("[data-drop-late]");
const sending = root.querySelector("[data-drop-sending]");
const sendButton = root.querySelector("[data-drop-send]");
const { texts, urls } = JSON.parse(document.getElementById("drop-config").textContent);
const language = document.documentElement.lang || "da";
const csrf = form.querySelector("[name=csrfmiddlewaretoken]").value;

const list = new List(
    root.querySelector("[data-drop-list]"),
    root.querySelector("[data-drop-line]"),
);
const slots = new Slots(PARTS_AT_ONCE);
const files = new Slots(FILES_AT_ONCE);
const transfers = new Map(); // line id -> Transfer
const gone = new Set(); // cancelled here, and perhaps still in an answer on its way
let waiting = []; // files whose common fields are not right yet
let serial = 0;

function showTransfer(id, transfer, pace) {
    const { file, sent, waits, reason, session } = transfer;
    const left = file.size - sent;
    let detail = session ? "" : texts.queued;
    if (waits) detail = reason || texts.line;
    else if (session && left === 0) detail = texts.joining;
    else if (pace?.speed) {
        detail = filled(texts.pace, {
            sent: bytesText(sent, language),
            speed: bytesText(pace.speed, language),
            left: timeText(pace.secondsFor(left), texts, language),
        });
    }
    list.show(id, {
        name: file.name,
        size: bytesText(file.size, language),
        state: "uploading",
        label: texts.uploading,
        detail,
        share: file.size ? sent / file.size : 0,
        actions: { cancel: () => cancel(id, transfer) },
    });
}

async function cancel(id, transfer) {
    gone.add(id);
    if (transfer.session) gone.add(transfer.session.id);
    list.remove(id);
    transfers.delete(id);
    // What was in already cannot be cancelled: the list shows it again.
    await transfer.cancel().catch(() => gone.delete(transfer.session?.id));
    tellSummary();
}

async function sendFile(file, drop) {
    let id = `new-${(serial += 1)}`;
    const pace = new Pace();
    let timer = 0;
    const transfer = new Transfer(file, {
        csrf,
        slots,
        onChange: () => {
            if (transfer.session && id !== transfer.session.id && !transfer.isCancelled) {
                transfers.delete(id);
                list.rename(id, transfer.session.id);
                id = transfer.session.id;
                transfers.set(id, transfer);
            }
            pace.note(transfer.sent);
            // Shown a little later, and once for all that happens until then.
            timer ||= setTimeout(() => {
                timer = 0;
                if (transfers.get(id) === transfer) showTransfer(id, transfer, pace);
            }, SHOWN_EVERY);
        },
    });
    // The line of the same file broken off: it comes back if it was another one.
    for (const open of list.openOf(file.name)) if (!transfers.has(open)) list.remove(open);
    transfers.set(id, transfer);
    showTransfer(id, transfer);
    tellSummary();
    await files.take();
    try {
        if (transfer.isCancelled) return;
        const row = await transfer.send(urls.begin, drop);
        transfers.delete(id);
        showRow(row);
    } catch (error) {
        transfers.delete(id);
        if (!(error instanceof Refusal)) return;
        const reason = texts[error.message] ?? (error.message || texts.refused);
        const dismiss = () => {
            gone.add(id);
            list.remove(id);
            tellSummary();
        };
        list.show(id, {
            name: file.name,
            size: bytesText(file.size, language),
            state: "rejected",
            label: texts.rejected,
            notes: [reason],
            actions: { cancel: dismiss },
        });
    } finally {
        files.give();
        tellSummary();
        poll();
    }
}

async function sendAll(chosen) {
    waiting.push(...chosen);
    if (!waiting.length) return;
    complaint.hidden = true;
    let answer;
    try {
        const response = await fetch(urls.drop, { method: "POST", body: new FormData(form) });
        answer = await response.json();
    } catch {
        answer = { error: texts.line };
    }
    if (!answer.drop) {
        const lines = answer.errors
            ? Object.entries(answer.errors).map(([label, text]) => (label ? `${label}: ${text}` : text))
            : [answer.error];
        complaint.textContent = `${filled(texts.waiting, { n: waiting.length })} ${lines.join(" ")}`;
        complaint.hidden = false;
        sendButton.hidden = false;
        complaint.scrollIntoView({ block: "nearest" });
        return;
    }
    sendButton.hidden = true;
    const ready = waiting;
    waiting = [];
    for (const file of ready) sendFile(file, answer.drop);
}

function showRow(row) {
    if (gone.has(row.id) || transfers.has(row.id)) return;
    const isOpen = row.state === "uploading";
    // One that has been begun, and whose transfer has not heard so yet.
    const isMine = ({ session, file }) => !session && file.name === row.name;
    if (isOpen && [...transfers.values()].some(isMine)) return;
    const actions = {};
    if (isOpen) {
        actions.cancel = async () => {
            gone.add(row.id);
            list.remove(row.id);
            await askJson(row.cancel_url, { csrf }).catch(() => gone.delete(row.id));
            tellSummary();
        };
    }
    list.show(row.id, {
        ...row,
        detail: isOpen ? texts.broken : "",
        actions,
    });
}

let timer = 0;
let asked = false;
async function poll() {
    clearTimeout(timer);
    if (asked) return;
    asked = true;
    let busy = transfers.size > 0;
    try {
        const response = await fetch(urls.states, { headers: { Accept: "application/json" } });
        const { rows, late } = await response.json();
        if (lateness.textContent !== late) lateness.textContent = late;
        lateness.hidden = !late;
        // The newest comes first in the answer and last here: a line is put on top.
        for (const row of rows.reverse()) showRow(row);
        busy ||= rows.some((row) => BUSY_STATES.includes(row.state));
    } catch {
        // The line is away; what is shown stays until it is back.
    } finally {
        asked = false;
    }
    tellSummary();
    timer = setTimeout(poll, busy ? POLL : POLL_IDLE);
}

function tellSummary() {
    const counts = list.counts();
    const words = ["uploading", "received", "checking", "ready", "rejected"]
        .filter((state) => counts[state])
        .map((state) => filled(texts.counted[state], { n: counts[state] }));
    const text = words.join(", ");
    if (summary.textContent !== text) summary.textContent = text;
    sending.hidden = !transfers.size;
    root.querySelector("[data-drop-empty]").hidden = Object.keys(counts).length > 0;
}

function hasFiles(event) {
    return [...(event.dataTransfer?.types ?? [])].includes("Files");
}

input.addEventListener("change", () => {
    sendAll([...input.files]);
    input.value = "";
});
sendButton.addEventListener("click", () => sendAll([]));
document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.classList.add("is-over");
});
document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) zone.classList.remove("is-over");
});
document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.classList.remove("is-over");
    sendAll([...event.dataTransfer.files]);
});
addEventListener("beforeunload", (event) => {
    if (transfers.size) event.preventDefault();
});

const parts = { group: "title", existing: "asset" };
function showParts() {
    const into = form.querySelector("[name=into]:checked")?.value;
    for (const [mode, field] of Object.entries(parts)) {
        root.querySelector(`[data-field=${field}]`).hidden = into !== mode;
    }
    root.querySelector("[data-common]").hidden = into === "existing";
}
form.addEventListener("change", showParts);
form.addEventListener("submit", (event) => event.preventDefault());
showParts();
poll();

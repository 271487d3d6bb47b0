/* Wagtail's date chooser puts today in the place of a date that it cannot read. Dates
   as Danes write them are rewritten in the form that it knows; what is no date stays,
   so that the server can say so. The forms are those of core/formats; a field that takes
   weeks too ("uge 39 2017", core/form_fields.py) says which day of theirs it means. */

const DANISH = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(.*)$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(.*)$/;
const WEEK = /^(?:(?:uge|week|u)[\s.]*)?(\d{1,2})[\s,/]+(?:i\s+|in\s+)?(\d{4})$/i;
const ISO_WEEK = /^(\d{4})-?W(\d{1,2})$/i;
const TIME = /^[T\s]+(\d{1,2})[.:](\d{2})(?::\d{2})?$/;

const two = (number) => String(number).padStart(2, "0");

function dayIn(text) {
    const danish = DANISH.exec(text);
    const iso = ISO.exec(text);
    if (!danish && !iso) return null;
    const [day, month, year, rest] = danish
        ? [danish[1], danish[2], danish[3], danish[4]]
        : [iso[3], iso[2], iso[1], iso[4]];
    const date = new Date(Date.UTC(year, month - 1, day));
    const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day);
    return isReal ? { day: `${two(day)}.${two(month)}.${year}`, rest } : null;
}

/* The Monday or the Sunday of a week that the year has. */
function dayOfWeekIn(text, isLast) {
    const danish = WEEK.exec(text);
    const iso = ISO_WEEK.exec(text);
    if (!danish && !iso) return null;
    const [week, year] = (danish ? [danish[1], danish[2]] : [iso[2], iso[1]]).map(Number);
    const fourth = new Date(Date.UTC(year, 0, 4));
    const first = 4 - ((fourth.getUTCDay() + 6) % 7);
    const monday = new Date(Date.UTC(year, 0, first + (week - 1) * 7));
    const thursday = new Date(monday.getTime() + 3 * 86_400_000);
    if (week < 1 || thursday.getUTCFullYear() !== year) return null;
    const day = new Date(monday.getTime() + (isLast ? 6 : 0) * 86_400_000);
    return `${two(day.getUTCDate())}.${two(day.getUTCMonth() + 1)}.${day.getUTCFullYear()}`;
}

/* null when the text is not what the field asks for */
function rewritten(text, wantsTime) {
    const found = dayIn(text.trim());
    if (!found) return null;
    if (!wantsTime) return found.rest.trim() ? null : found.day;
    const time = TIME.exec(found.rest);
    if (time && time[1] < 24 && time[2] < 60) {
        return `${found.day} ${two(time[1])}:${time[2]}`;
    }
    return found.rest.trim() ? null : `${found.day} 00:00`;
}

function chooserOf(input) {
    return window.jQuery?.(input).data("xdsoft_datetimepicker")?.data("options");
}

/* Before the chooser hears of it. */
function keepDate(event) {
    const input = event.target;
    const chooser = input instanceof HTMLInputElement && chooserOf(input);
    if (!chooser?.datepicker || !input.value.trim()) return;
    const { week } = input.dataset;
    const date =
        rewritten(input.value, chooser.timepicker) ??
        (week && dayOfWeekIn(input.value.trim(), week === "last"));
    if (date) {
        input.value = date;
    } else {
        event.stopImmediatePropagation();
        window.jQuery(input).datetimepicker("hide");
    }
}

document.addEventListener("blur", keepDate, true);

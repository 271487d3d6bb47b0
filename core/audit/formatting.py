"""How events say in the history what more there is to know."""

from django.utils.translation import gettext as _

from wagtail.log_actions import LogActionRegistry, LogFormatter

# What is shown of an event's data as it stands.
SHOWN = ("file", "reason", "list", "library", "copy")


class EventFormatter(LogFormatter):
    """What was given, taken or changed.

    ``words`` says in people's words what an event's data names in the program's.
    """

    words = {}

    def format_comment(self, log_entry) -> str:
        data = log_entry.data
        said = [self._change(data, name) for name in data.get("after", {})]
        if added := data.get("added"):
            said.append(_("Fik: {names}").format(names=", ".join(added)))
        if removed := data.get("removed"):
            said.append(_("Mistede: {names}").format(names=", ".join(removed)))
        said += [str(data.get(name, "")) for name in SHOWN]
        return ". ".join(filter(None, said))

    def _change(self, data: dict, name: str) -> str:
        old, new = data.get("before", {}).get(name, ""), data["after"][name]
        if old == new:
            return ""
        values = [self._word(value) for value in (old, new) if value != ""]
        return f"{self._word(name)}: {' → '.join(values)}"

    def _word(self, code) -> str:
        return str(self.words.get(code, code))


def register_events(
    actions: LogActionRegistry, labels: dict[str, str], words: dict | None = None
) -> None:
    """Let the history know events by name, each with the label that it is shown by."""
    for action, label in labels.items():
        said = {"label": label, "message": label, "words": words or {}}
        formatter = type("_EventFormatter", (EventFormatter,), said)
        actions.register_action(action)(formatter)

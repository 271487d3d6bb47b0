from wagtail import hooks

from .viewsets import AssignRole, Delete, SetActiveState

# After Wagtail's own of the same names, which they replace.
for action in (AssignRole, Delete, SetActiveState):
    hooks.register("register_bulk_action", action, order=10)

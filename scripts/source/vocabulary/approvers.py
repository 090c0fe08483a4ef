"""Who may approve, and when: the rule of ``approvers.yml`` for every approval, a story's or the house's. Pure."""

from collections.abc import Iterable

from scripts.source.problems.registry.approval import APPROVER_NOT_IN_OFFICE
from scripts.source.problems.registry.lists import UNKNOWN_APPROVER
from scripts.source.schema.story_parts import Approval
from scripts.source.text.nearest import offer
from scripts.source.vocabulary.outlets import Fault
from scripts.source.vocabulary.taxonomy import Approver


def fault_of_approver(approval: Approval, approvers: Iterable[Approver]) -> Fault | None:
    """Return what is wrong; ``None`` when the body is listed and held that power on that day."""
    listed = tuple(approvers)
    named = [approver for approver in listed if approver.name == approval.by]
    if not named:
        known = [approver.name for approver in listed]
        return Fault("by", UNKNOWN_APPROVER, {"written": approval.by, "offer": offer(approval.by, known)})
    in_office = any(
        (one.since is None or one.since <= approval.date) and (one.until is None or approval.date < one.until)
        for one in named
    )
    return None if in_office else Fault("by", APPROVER_NOT_IN_OFFICE, {"by": approval.by, "day": approval.date})

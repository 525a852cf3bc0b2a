package dupin.intake.windows;

import dupin.model.EventKind;
import dupin.model.LinkRole;

/// The task scheduler's log.
final class TaskRows {
    private TaskRows() {}

    static void map(Draft draft) {
        switch (draft.record.eventId()) {
            case 106 -> draft.is(EventKind.TASK_CREATED, "ScheduledTaskCreated");
            case 140 -> draft.is(EventKind.TASK_CREATED, "ScheduledTaskUpdated");
            case 141 -> draft.is(EventKind.DEVICE_OTHER, "ScheduledTaskDeleted");
            case 142 -> draft.is(EventKind.DEVICE_OTHER, "ScheduledTaskDisabled");
            case 100, 110 -> draft.is(EventKind.DEVICE_OTHER, "ScheduledTaskStarted");
            case 102 -> draft.is(EventKind.DEVICE_OTHER, "ScheduledTaskEnded");
            case 129 -> draft.is(EventKind.DEVICE_OTHER, "ScheduledTaskProcessCreated");
            case 200 -> draft.is(EventKind.DEVICE_OTHER, "ScheduledTaskActionStarted");
            case 201 -> draft.is(EventKind.DEVICE_OTHER, "ScheduledTaskActionEnded");
            default -> {}
        }
        String user = draft.text("UserContext", "UserName");
        draft.link(LinkRole.ACCOUNT, user.isEmpty() ? Draft.named(draft.record.userSid()) : Draft.named(user));
        String action = draft.text("ActionName", "Path");
        Things.task(draft, draft.text("TaskName", "Name"), action.startsWith("\\") ? "" : action);
        draft.keep("ProcessID", "EnginePID", "TaskInstanceId", "ResultCode");
    }
}

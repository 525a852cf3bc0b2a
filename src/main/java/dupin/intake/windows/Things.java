package dupin.intake.windows;

import dupin.model.Entity;
import dupin.model.LinkRole;

/// Services and scheduled tasks as several logs tell them.
final class Things {
    private static final int LONGEST_TASK = 200_000;

    private Things() {}

    static void service(Draft draft, String name, String imagePath) {
        if (!name.isEmpty() || !imagePath.isEmpty()) {
            draft.link(LinkRole.TARGET, new Entity.Service(draft.device, name, "", imagePath));
        }
        draft.attribute("ImagePath", imagePath);
    }

    static void task(Draft draft, String name, String action) {
        if (!name.isEmpty()) {
            draft.link(LinkRole.TARGET, new Entity.ScheduledTask(draft.device, name, action));
            draft.attribute("TaskName", name);
        }
        draft.attribute("TaskAction", action);
    }

    /// What a task's definition starts; some shippers escape the definition once more.
    static String command(String definition) {
        if (definition.length() > LONGEST_TASK) {
            return "";
        }
        String content = definition.contains("&lt;") ? unescaped(definition) : definition;
        String all =
                between(content, "<Command>", "</Command>") + " " + between(content, "<Arguments>", "</Arguments>");
        return unescaped(all.strip());
    }

    private static String between(String text, String open, String close) {
        int start = text.indexOf(open);
        int end = start < 0 ? -1 : text.indexOf(close, start);
        return end < 0 ? "" : text.substring(start + open.length(), end);
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}

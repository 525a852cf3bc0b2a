package dupin.intake.windows.evtx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An element with its values put in.
///
/// @param text of the element itself; several values of a list stand in lines
record Element(String name, Map<String, String> attributes, List<Element> children, String text) {

    @Nullable Element child(String wanted) {
        for (Element child : children) {
            if (child.name.equals(wanted)) {
                return child;
            }
        }
        return null;
    }

    /// Text of a child, "" when there is none.
    String text(String wanted) {
        Element child = child(wanted);
        return child == null ? "" : child.text;
    }

    /// Attribute of a child, "" when there is none.
    String attribute(String wanted, String attribute) {
        Element child = child(wanted);
        return child == null ? "" : child.attributes.getOrDefault(attribute, "");
    }

    /// Adds the texts of all elements without children, by their `Name` or else their own name. What has no name of its own
    /// stands in lines; of what bears one name twice the first stays.
    void leaves(LinkedHashMap<String, String> into) {
        if (children.isEmpty()) {
            String own = attributes.getOrDefault("Name", name);
            if (own.equals("Data")) {
                into.merge(own, text, (all, more) -> all + "\n" + more);
            } else {
                into.putIfAbsent(own, text);
            }
        } else {
            children.forEach(child -> child.leaves(into));
        }
    }
}

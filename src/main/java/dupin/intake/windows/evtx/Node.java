package dupin.intake.windows.evtx;

import java.util.List;

/// What binary XML says, before values are put in.
sealed interface Node {

    /// @param attributes by name; the content of each is text and slots
    record Element(String name, List<Attribute> attributes, List<Node> content) implements Node {}

    record Attribute(String name, List<Node> content) {}

    record Text(String text) implements Node {}

    /// The place of a template's value.
    record Slot(int index) implements Node {}

    /// A template with its values.
    record Instance(List<Node> template, List<Value> values) implements Node {}

    /// A template's value: a type and the bytes of it.
    record Value(int type, int offset, int size) {}
}

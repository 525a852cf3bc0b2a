package dupin.intake.windows.evtx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts the values of one record into its templates, under a budget: a few bytes may ask for the same value many times.
final class Expansion {
    private static final int MAX_ELEMENTS = 20_000;
    private static final int MAX_CHARACTERS = 4_000_000;

    private final Bytes bytes;
    private final BinXml xml;
    private int elements;
    private long characters;

    Expansion(Bytes bytes, BinXml xml) {
        this.bytes = bytes;
        this.xml = xml;
    }

    /// The elements of a record.
    ///
    /// @throws DamagedException when the record cannot be read
    List<Element> read(int offset, int end) {
        var found = new ArrayList<Element>(1);
        content(xml.read(offset, end, false, 0), List.of(), found, new StringBuilder(), 0);
        return found;
    }

    private void content(
            List<Node> nodes, List<Node.Value> values, List<Element> children, StringBuilder text, int depth) {
        if (depth > BinXml.MAX_DEPTH) {
            throw new DamagedException("its elements are nested more than " + BinXml.MAX_DEPTH + " deep");
        }
        for (Node node : nodes) {
            switch (node) {
                case Node.Element element -> children.add(element(element, values, depth));
                case Node.Instance instance ->
                        content(instance.template(), instance.values(), children, text, depth + 1);
                case Node.Text it -> append(text, it.text(), false);
                case Node.Slot slot -> slot(slot, values, children, text, depth);
            }
        }
    }

    private void slot(Node.Slot slot, List<Node.Value> values, List<Element> children, StringBuilder text, int depth) {
        if (slot.index() >= values.size()) {
            return;
        }
        Node.Value value = values.get(slot.index());
        if (value.type() == Values.BINARY_XML) {
            if (value.size() > 0) {
                List<Node> nested = xml.read(value.offset(), value.offset() + value.size(), false, depth + 1);
                content(nested, List.of(), children, text, depth + 1);
            }
            return;
        }
        boolean first = true;
        for (String piece : Values.texts(bytes, value)) {
            append(text, piece, !first);
            first = false;
        }
    }

    private Element element(Node.Element element, List<Node.Value> values, int depth) {
        if (++elements > MAX_ELEMENTS) {
            throw new DamagedException("it has more than " + MAX_ELEMENTS + " elements");
        }
        Map<String, String> attributes = LinkedHashMap.newLinkedHashMap(element.attributes().size());
        for (Node.Attribute attribute : element.attributes()) {
            var value = new StringBuilder();
            content(attribute.content(), values, new ArrayList<>(0), value, depth + 1);
            attributes.putIfAbsent(attribute.name(), value.toString());
        }
        var children = new ArrayList<Element>(element.content().size());
        var text = new StringBuilder();
        content(element.content(), values, children, text, depth + 1);
        return new Element(element.name(), attributes, children, text.toString());
    }

    private void append(StringBuilder text, String more, boolean newLine) {
        characters += more.length() + 1;
        if (characters > MAX_CHARACTERS) {
            throw new DamagedException("it unfolds to more than " + MAX_CHARACTERS + " characters");
        }
        if (newLine) {
            text.append('\n');
        }
        text.append(more);
    }
}

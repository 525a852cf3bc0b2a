package dupin.intake.windows.evtx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads binary XML of one chunk. Templates are read once a chunk. One thread.
final class BinXml {
    static final int MAX_DEPTH = 40;

    private static final int MAX_TEMPLATES = 2_000;
    private static final int MAX_VALUES = 4_096;
    private static final int MAX_NODES = 40_000;

    private static final int MORE = 0x40;
    private static final int INLINE_NAME = 10;

    private final Bytes bytes;
    private final Map<Integer, List<Node>> templates = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private int nodes;

    BinXml(Bytes bytes) {
        this.bytes = bytes;
    }

    /// What stands between the offsets.
    ///
    /// @param dependencies whether elements bear a dependency number; only those of templates do
    /// @throws DamagedException when it is no binary XML or exceeds a limit
    List<Node> read(int offset, int end, boolean dependencies, int depth) {
        nodes = depth == 0 ? 0 : nodes;
        var cursor = new Cursor(offset, end, dependencies);
        return cursor.content(depth);
    }

    private void count() {
        if (++nodes > MAX_NODES) {
            throw new DamagedException("it has more than " + MAX_NODES + " elements");
        }
    }

    /// A name of the chunk: it stands where it is used first.
    private String name(int offset) {
        String known = names.get(offset);
        if (known == null) {
            known = bytes.utf16(offset + 8, 2 * bytes.u16(offset + 6));
            names.put(offset, known);
        }
        return known;
    }

    private final class Cursor {
        private final int end;
        private final boolean dependencies;
        private int at;

        Cursor(int offset, int end, boolean dependencies) {
            this.at = offset;
            this.end = Math.min(end, bytes.length());
            this.dependencies = dependencies;
        }

        /// Up to the end of the element or of the fragment.
        List<Node> content(int depth) {
            if (depth > MAX_DEPTH) {
                throw new DamagedException("its elements are nested more than " + MAX_DEPTH + " deep");
            }
            var content = new ArrayList<Node>(4);
            while (at < end) {
                int token = bytes.u8(at++);
                switch (token & ~MORE) {
                    case 0x00, 0x04 -> {
                        return content;
                    }
                    case 0x01 -> content.add(element((token & MORE) != 0, depth));
                    case 0x0C -> content.add(instance(depth));
                    case 0x0F -> at += 3;
                    case 0x0A -> name();
                    case 0x0B -> skipText();
                    default -> content.add(piece(token & ~MORE));
                }
                count();
            }
            return content;
        }

        private Node piece(int token) {
            return switch (token) {
                case 0x05 -> {
                    int type = bytes.u8(at++);
                    if (type != 1) {
                        throw new DamagedException("a text in it is of the unknown type " + type);
                    }
                    yield new Node.Text(text());
                }
                case 0x07 -> new Node.Text(text());
                case 0x08 -> {
                    at += 2;
                    yield new Node.Text(String.valueOf((char) bytes.u16(at - 2)));
                }
                case 0x09 -> new Node.Text(entity(name()));
                case 0x0D, 0x0E -> {
                    at += 3;
                    yield new Node.Slot(bytes.u16(at - 3));
                }
                default ->
                        throw new DamagedException(
                                "it holds the unknown token 0x" + Integer.toHexString(token) + " at " + (at - 1));
            };
        }

        private Node element(boolean withAttributes, int depth) {
            at += dependencies ? 6 : 4;
            String name = name();
            var attributes = new ArrayList<Node.Attribute>(2);
            if (withAttributes) {
                at += 4;
                while (at < end && (bytes.u8(at) & ~MORE) == 0x06) {
                    at++;
                    attributes.add(new Node.Attribute(name(), attribute()));
                    count();
                }
            }
            int token = bytes.u8(at++);
            return switch (token) {
                case 0x02 -> new Node.Element(name, attributes, content(depth + 1));
                case 0x03 -> new Node.Element(name, attributes, List.of());
                default -> throw new DamagedException("the element " + shown(name) + " in it does not close");
            };
        }

        private List<Node> attribute() {
            var content = new ArrayList<Node>(1);
            while (at < end) {
                int token = bytes.u8(at) & ~MORE;
                if (token != 0x05
                        && token != 0x07
                        && token != 0x08
                        && token != 0x09
                        && token != 0x0D
                        && token != 0x0E) {
                    break;
                }
                at++;
                content.add(piece(token));
                count();
            }
            return content;
        }

        private Node instance(int depth) {
            at += 5;
            int definition = bytes.size(at);
            at += 4;
            boolean here = definition == at;
            List<Node> template = template(definition, depth);
            if (here) {
                at += 24 + bytes.size(definition + 20);
            }
            int count = bytes.size(at);
            at += 4;
            if (count > MAX_VALUES) {
                throw new DamagedException("it has more than " + MAX_VALUES + " values");
            }
            var values = new ArrayList<Node.Value>(count);
            int data = at + 4 * count;
            for (int i = 0; i < count; i++) {
                int size = bytes.u16(at + 4 * i);
                values.add(new Node.Value(bytes.u8(at + 4 * i + 2), data, size));
                data += size;
            }
            if (data > end) {
                throw new DamagedException("its values reach beyond its end");
            }
            at = data;
            return new Node.Instance(template, values);
        }

        private List<Node> template(int definition, int depth) {
            List<Node> known = templates.get(definition);
            if (known != null) {
                return known;
            }
            if (templates.size() >= MAX_TEMPLATES) {
                throw new DamagedException("its chunk has more than " + MAX_TEMPLATES + " templates");
            }
            int start = definition + 24;
            int size = bytes.size(definition + 20);
            List<Node> read = new Cursor(start, start + size, true).content(depth + 1);
            templates.put(definition, read);
            return read;
        }

        private String name() {
            int offset = bytes.size(at);
            at += 4;
            String name = BinXml.this.name(offset);
            if (offset == at) {
                at += INLINE_NAME + 2 * bytes.u16(offset + 6);
            }
            return name;
        }

        private String text() {
            int count = bytes.u16(at);
            at += 2 + 2 * count;
            return bytes.utf16(at - 2 * count, 2 * count);
        }

        private void skipText() {
            at += 2 + 2 * bytes.u16(at);
        }
    }

    private static String entity(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> "&" + name + ";";
        };
    }

    private static String shown(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}

package dupin.engine.sigma;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds many literals in one pass over a text. Characters outside ASCII share classes, so that a find may be false but none is missed.
final class AhoCorasick {
    private final int[] classes;
    private final int width;
    private final int[] next;
    private final int[][] found;

    private AhoCorasick(int[] classes, int width, int[] next, int[][] found) {
        this.classes = classes;
        this.width = width;
        this.next = next;
        this.found = found;
    }

    /// @param words literals in lower case, none empty
    /// @param values for each literal the number that is told when it is found
    static AhoCorasick of(List<String> words, List<Integer> values) {
        int[] classes = new int[128 + 32];
        int width = 1;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                int c = fold(word.charAt(i));
                if (classes[c] == 0) {
                    classes[c] = width++;
                }
            }
        }
        int size = 1 + words.stream().mapToInt(String::length).sum();
        int[] next = new int[size * width];
        Arrays.fill(next, -1);
        var outputs = new ArrayList<List<Integer>>();
        outputs.add(new ArrayList<>());
        for (int w = 0; w < words.size(); w++) {
            int state = 0;
            for (int i = 0; i < words.get(w).length(); i++) {
                int at = state * width + classes[fold(words.get(w).charAt(i))];
                if (next[at] < 0) {
                    next[at] = outputs.size();
                    outputs.add(new ArrayList<>());
                }
                state = next[at];
            }
            outputs.get(state).add(values.get(w));
        }
        link(next, width, outputs);
        int[][] found = new int[outputs.size()][];
        for (int i = 0; i < found.length; i++) {
            found[i] = outputs.get(i).stream().distinct().mapToInt(Integer::intValue).toArray();
        }
        return new AhoCorasick(classes, width, Arrays.copyOf(next, outputs.size() * width), found);
    }

    private static void link(int[] next, int width, List<List<Integer>> outputs) {
        int[] fail = new int[outputs.size()];
        var queue = new ArrayDeque<Integer>();
        for (int c = 0; c < width; c++) {
            if (next[c] < 0) {
                next[c] = 0;
            } else {
                queue.add(next[c]);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            outputs.get(state).addAll(outputs.get(fail[state]));
            for (int c = 0; c < width; c++) {
                int at = state * width + c;
                int other = next[fail[state] * width + c];
                if (next[at] < 0) {
                    next[at] = other;
                } else {
                    fail[next[at]] = other;
                    queue.add(next[at]);
                }
            }
        }
    }

    private static int fold(char c) {
        return c < 128 ? c : 128 + (c & 31);
    }

    /// Sets the bit of every number whose literal occurs in the text.
    void mark(String text, long[] bits) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = next[state * width + classes[fold(text.charAt(i))]];
            for (int value : found[state]) {
                bits[value >> 6] |= 1L << value;
            }
        }
    }
}

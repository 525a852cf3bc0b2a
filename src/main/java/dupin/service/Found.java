package dupin.service;

import java.util.List;

/// What a search in the case found, best first.
///
/// @param whole false while what was imported last is still being indexed: asked again, the search finds more
public record Found<T>(List<T> things, boolean whole) {
    public Found {
        things = List.copyOf(things);
    }

    public static <T> Found<T> whole(List<T> things) {
        return new Found<>(things, true);
    }
}

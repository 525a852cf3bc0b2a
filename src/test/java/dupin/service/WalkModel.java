package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.RemediationAction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What should be, told in the simplest words: who wants what, and what the estate was made to do. It predicts every answer
/// to a person and forbids what nobody wanted; how hands come to an end it only observes, within what it allows.
final class WalkModel {
    /// How far an action is, coarser than its states.
    enum Place {
        ASKS,
        WANTED,
        DONE,
        CAME_TO_NOTHING,
        REFUSED,
        FAILED,
        TAKEN_BACK,
        UNDOING
    }

    private static final class Known {
        private Place place = Place.ASKS;
        private String digest = "";
        private int deedsAllowed;
    }

    private final Map<String, Known> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private boolean nothingByItself;

    /// The stop switch is on, or the circuit breaker lets nothing through.
    void nothingByItself(boolean now) {
        nothingByItself = now;
    }

    /// The responder is asked to carry it out, perhaps again.
    void asked(RemediationAction action) {
        if (asked.add(action.attemptId() + " " + action.startedDateTime()) && action.automatic()) {
            assertThat(nothingByItself).as("%s began by itself although automation is held", action.id()).isFalse();
        }
    }

    static Place place(ActionState state) {
        return switch (state) {
            case PENDING -> Place.ASKS;
            case APPROVED, QUEUED, RUNNING, VERIFYING -> Place.WANTED;
            case COMPLETED -> Place.DONE;
            case SKIPPED, EXPIRED -> Place.CAME_TO_NOTHING;
            case DECLINED, CANCELLED -> Place.REFUSED;
            case FAILED, TIMED_OUT -> Place.FAILED;
            case UNDONE -> Place.TAKEN_BACK;
            case UNDOING -> Place.UNDOING;
        };
    }

    /// Whether the proposal is to be taken.
    boolean propose(String id, boolean automatic, String digest) {
        Known old = known.get(id);
        boolean other = old == null || !old.digest.equals(digest);
        boolean taken =
                old == null
                        || switch (old.place) {
                            case CAME_TO_NOTHING, FAILED -> true;
                            case ASKS, REFUSED, TAKEN_BACK -> other;
                            case WANTED, DONE, UNDOING -> false;
                        };
        if (taken) {
            var fresh = new Known();
            fresh.place = automatic ? Place.WANTED : Place.ASKS;
            fresh.digest = digest;
            fresh.deedsAllowed = automatic ? 1 : 0;
            known.put(id, fresh);
        }
        return taken;
    }

    /// Checks the answer to a person and takes it over.
    ///
    /// @param skipped the approval found no threat any more
    void decided(String id, Wish.Kind kind, boolean done, boolean skipped) {
        Known it = known.get(id);
        if (it == null) {
            assertThat(done).as("nobody knows " + id).isFalse();
            return;
        }
        switch (kind) {
            case APPROVE -> {
                boolean may = it.place == Place.ASKS || it.place == Place.FAILED;
                if (skipped && it.place == Place.ASKS) {
                    assertThat(done).isFalse();
                    it.place = Place.CAME_TO_NOTHING;
                } else if (may && !done) {
                    // A failed one whose evidence is gone: the refusal says so and nothing moves.
                    assertThat(it.place).isEqualTo(Place.FAILED);
                } else {
                    assertThat(done).as("approve " + id + " at " + it.place).isEqualTo(may);
                }
                if (done) {
                    it.place = Place.WANTED;
                    it.deedsAllowed = 1;
                }
            }
            case REJECT -> {
                assertThat(!done || it.place == Place.ASKS || it.place == Place.WANTED).isTrue();
                assertThat(done || it.place != Place.ASKS).as("a no is always heard").isTrue();
                refused(it, done);
            }
            case CANCEL -> {
                assertThat(!done || it.place == Place.WANTED).isTrue();
                refused(it, done);
            }
            case UNDO -> {
                boolean may = it.place == Place.DONE && !id.equals("D");
                assertThat(done).as("undo " + id + " at " + it.place).isEqualTo(may);
                if (done) {
                    it.place = Place.UNDOING;
                }
            }
        }
    }

    private static void refused(Known it, boolean done) {
        if (done) {
            it.place = Place.REFUSED;
            it.deedsAllowed = 0;
        }
    }

    /// The estate is about to be changed for the first time in this attempt.
    void deed(RemediationAction action) {
        Known it = known.get(action.id());
        assertThat(it).as("a deed of an action that nobody proposed").isNotNull();
        assertThat(it.place).as("%s is carried out", action.id()).isEqualTo(Place.WANTED);
        assertThat(it.deedsAllowed).as("%s: one deed for one decision", action.id()).isEqualTo(1);
        it.deedsAllowed = 0;
    }

    void taking(RemediationAction action) {
        assertThat(known.get(action.id()).place).as("%s is undone", action.id()).isEqualTo(Place.UNDOING);
    }

    void expired(List<RemediationAction> actions) {
        for (RemediationAction action : actions) {
            Known it = known.get(action.id());
            if (action.state() == ActionState.EXPIRED && it.place == Place.ASKS) {
                it.place = Place.CAME_TO_NOTHING;
            }
        }
    }

    /// Takes over what hands did, as far as it may be.
    void compare(RemediationAction action) {
        Known it = known.get(action.id());
        assertThat(it).as("%s came from nowhere", action.id()).isNotNull();
        Place now = place(action.state());
        if (now == it.place) {
            return;
        }
        boolean allowed =
                switch (it.place) {
                    case WANTED ->
                            now == Place.DONE
                                    || now == Place.FAILED
                                    || now == Place.CAME_TO_NOTHING
                                    || now == Place.ASKS;
                    case UNDOING -> now == Place.TAKEN_BACK || now == Place.DONE;
                    default -> false;
                };
        assertThat(allowed).as("%s went from %s to %s by itself", action.id(), it.place, now).isTrue();
        if (now == Place.ASKS) {
            assertThat(action.automatic()).as("asked again, so no longer by itself").isFalse();
            assertThat(action.statusDetails()).as("the reason is told").isNotEmpty();
            it.deedsAllowed = 0;
        }
        it.place = now;
    }
}

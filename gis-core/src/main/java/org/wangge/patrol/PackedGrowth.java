package org.wangge.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.patrol.TrackStore.Extension;
import org.wangge.patrol.TrackStore.Span;
import org.wangge.patrol.TrackStore.Walked;

/**
 * Lets tracks grow by fixes as they are packed. What is later than all that is known of a person,
 * as it mostly is, makes the last track longer or begins another, without a look at its fixes; what
 * comes late is worked out with all fixes near it ({@link TrackGrowth}). Thread-safe.
 */
final class PackedGrowth {
  private final TrackStore store;
  private final TrackGrowth late;
  private final TrackCut cut;

  PackedGrowth(TrackStore store, TrackGrowth late, TrackCut cut) {
    this.store = store;
    this.late = late;
    this.cut = cut;
  }

  /** Within the transaction that packs. */
  void grow(Tx tx, Caller caller, List<PersonFixes> packed, GridFinder gridOf) {
    if (packed.isEmpty()) {
      return;
    }
    Map<String, List<PersonFixes>> people = new TreeMap<>();
    packed.forEach(
        one -> people.computeIfAbsent(one.staffCode(), code -> new ArrayList<>(1)).add(one));
    Map<String, List<Span>> spans = spans(tx, people.keySet(), packed);
    Pieces pieces = new Pieces(gridOf);
    List<PersonFixes> comesLate = new ArrayList<>();
    people.forEach(
        (code, quarters) -> {
          List<Span> near = spans.getOrDefault(code, List.of());
          PersonFixes all = joined(quarters);
          Optional<Span> last = near.stream().max(Comparator.comparing(Span::to));
          if (last.filter(span -> !span.to().isBefore(all.fixes().get(0).at())).isPresent()) {
            comesLate.addAll(quarters);
          } else {
            goOn(last, all, pieces);
          }
        });
    store.extend(tx, pieces.extensions);
    store.add(tx, caller, pieces.begun);
    if (!comesLate.isEmpty()) {
      growLate(tx, caller, comesLate, alone(spans.values()), pieces);
    }
  }

  private Map<String, List<Span>> spans(Tx tx, Set<String> codes, List<PersonFixes> packed) {
    Instant from =
        packed.stream().map(one -> one.fixes().get(0).at()).min(Instant::compareTo).orElseThrow();
    Instant to =
        packed.stream()
            .map(one -> one.fixes().get(one.fixes().size() - 1).at())
            .max(Instant::compareTo)
            .orElseThrow();
    return store
        .spans(tx, codes, from.minus(TrackCut.LONGEST_PAUSE), to.plus(TrackCut.LONGEST_PAUSE))
        .stream()
        .collect(Collectors.groupingBy(Span::staffCode));
  }

  private static PersonFixes joined(List<PersonFixes> quarters) {
    if (quarters.size() == 1) {
      return quarters.get(0);
    }
    List<Fix> fixes = new ArrayList<>();
    quarters.stream()
        .sorted(Comparator.comparing(one -> one.fixes().get(0).at()))
        .forEach(one -> fixes.addAll(one.fixes()));
    return new PersonFixes(
        quarters.get(0).staffCode(), fixes, quarters.stream().allMatch(PersonFixes::generated));
  }

  private void goOn(Optional<Span> last, PersonFixes all, Pieces pieces) {
    List<Fix> fixes = all.fixes();
    int same = last.map(span -> cut.goingOn(span.from(), span.to(), fixes)).orElse(0);
    if (same > 0) {
      pieces.extend(last.orElseThrow().id(), fixes.subList(0, same), all.generated());
    }
    cut.cut(all.staffCode(), fixes.subList(same, fixes.size()), all.generated())
        .forEach(pieces::begin);
  }

  /** Whose tracks hold fixes themselves. */
  private static Set<String> alone(Collection<List<Span>> spans) {
    return spans.stream()
        .flatMap(List::stream)
        .filter(Span::alone)
        .map(Span::staffCode)
        .collect(Collectors.toSet());
  }

  /** A track that takes in one that holds fixes itself holds all its fixes itself. */
  private void growLate(
      Tx tx, Caller caller, List<PersonFixes> said, Set<String> alone, Pieces pieces) {
    TrackGrowth.Grown grown = late.of(tx, said);
    store.replace(
        tx,
        caller,
        grown.given(),
        grown.grown().stream()
            .map(track -> pieces.walked(track, !alone.contains(track.staffCode())))
            .toList());
  }

  /** What is to be written. */
  private static final class Pieces {
    private final GridFinder gridOf;
    private final List<Extension> extensions = new ArrayList<>();
    private final List<Walked> begun = new ArrayList<>();

    Pieces(GridFinder gridOf) {
      this.gridOf = gridOf;
    }

    void extend(String id, List<Fix> fixes, boolean generated) {
      extensions.add(
          new Extension(
              id,
              fixes.get(0).at(),
              fixes.get(fixes.size() - 1).at(),
              Track.boxOf(fixes),
              gridOf.of(fixes),
              generated));
    }

    void begin(Track track) {
      begun.add(walked(track, true));
    }

    Walked walked(Track track, boolean packed) {
      return new Walked(track, gridOf.of(track.fixes()), packed);
    }
  }
}

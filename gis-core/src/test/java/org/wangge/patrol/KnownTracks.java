package org.wangge.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Tracks kept in a map, for tests. */
final class KnownTracks implements TrackStore {
  private final Map<String, Walked> walked = new TreeMap<>();
  private final List<PersonFixes> packed = new ArrayList<>();
  private int asked;

  /** How often it was asked what was walked during a time. */
  int asked() {
    return asked;
  }

  /** All tracks, in the order of their ids. */
  List<Track> tracks() {
    return walked.values().stream().map(Walked::track).toList();
  }

  Walked get(String id) {
    Walked found = walked.get(id);
    if (found == null) {
      throw new AssertionError("no track " + id + " in " + walked.keySet());
    }
    return found;
  }

  @Override
  public List<Track> list(Tx tx, Caller caller, TrackQuery query) {
    return walked.values().stream()
        .filter(one -> query.asksFor(one.track(), one.gridCodes()))
        .map(Walked::track)
        .limit(query.limit())
        .toList();
  }

  @Override
  public List<Track> during(Tx tx, Caller caller, Set<String> ofPeople, Instant from, Instant to) {
    asked++;
    List<Track> found = new ArrayList<>(tracks());
    found.removeIf(track -> !ofPeople.isEmpty() && !ofPeople.contains(track.staffCode()));
    found.removeIf(track -> track.to().isBefore(from) || track.from().isAfter(to));
    found.sort(Comparator.comparing(Track::from).reversed());
    return found;
  }

  @Override
  public List<Span> spans(Tx tx, Set<String> ofPeople, Instant from, Instant to) {
    return during(tx, Caller.upkeep(), ofPeople, from, to).stream()
        .map(
            one ->
                new Span(one.id(), one.staffCode(), one.from(), one.to(), !get(one.id()).packed()))
        .toList();
  }

  @Override
  public void extend(Tx tx, List<Extension> extensions) {
    for (Extension one : extensions) {
      Walked before = get(one.id());
      Set<String> grids = new HashSet<>(before.gridCodes());
      grids.addAll(one.gridCodes());
      List<Fix> fixes = new ArrayList<>(before.track().fixes());
      packed.stream()
          .filter(said -> said.staffCode().equals(before.track().staffCode()))
          .flatMap(said -> said.fixes().stream())
          .filter(fix -> !fix.at().isBefore(one.from()) && !fix.at().isAfter(one.to()))
          .forEach(fixes::add);
      Track grown =
          new Track(
              one.id(),
              before.track().staffCode(),
              fixes,
              before.track().generated() && one.generated());
      walked.put(one.id(), new Walked(grown, grids, before.packed()));
    }
  }

  /** What tracks may be extended by. */
  void packed(PersonFixes said) {
    packed.add(said);
  }

  @Override
  public int removeBefore(Tx tx, Caller caller, Instant instant) {
    int before = walked.size();
    walked.values().removeIf(one -> one.track().to().isBefore(instant));
    return before - walked.size();
  }

  @Override
  public int countPeople(Tx tx, Caller caller, String areaCode, Instant since) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void add(Tx tx, Caller caller, List<Walked> more) {
    for (Walked one : more) {
      if (walked.put(one.track().id(), one) != null) {
        throw new AssertionError("taken: " + one.track().id());
      }
    }
  }

  @Override
  public void replace(Tx tx, Caller caller, Collection<String> ids, List<Walked> by) {
    ids.forEach(walked::remove);
    add(tx, caller, by);
  }
}

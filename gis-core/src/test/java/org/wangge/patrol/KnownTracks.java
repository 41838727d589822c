package org.wangge.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Tracks kept in a map, for tests. */
final class KnownTracks implements TrackStore {
  private final Map<String, Walked> walked = new TreeMap<>();
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
  public List<Track> during(Tx tx, Caller caller, Instant from, Instant to) {
    asked++;
    List<Track> found = new ArrayList<>(tracks());
    found.removeIf(track -> track.to().isBefore(from) || track.from().isAfter(to));
    found.sort(Comparator.comparing(Track::from).reversed());
    return found;
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

package org.wangge.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;

/** Samples kept in memory, of closed incidents each of which lies in a grid. */
final class KeptSamples implements SampleStore {
  final Map<String, String> closed = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();
  private final Map<Long, List<SampleMember>> members = new HashMap<>();
  private final List<Assessment> assessments = new ArrayList<>();
  private Instant lastTo = Instant.EPOCH;

  /** Until when the incidents of the last question were closed. */
  Instant lastTo() {
    return lastTo;
  }

  @Override
  public List<String> population(Tx tx, Caller caller, SampleFrame frame) {
    lastTo = frame.to();
    return closed.entrySet().stream()
        .filter(one -> one.getValue().startsWith(frame.area()))
        .filter(one -> caller.scope().covers(one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public Optional<Sample> findDrawn(
      Tx tx, Caller caller, SampleFrame frame, String seed, int wanted) {
    return samples.stream()
        .filter(one -> one.frame().equals(frame) && one.seed().equals(seed))
        .filter(one -> one.wanted() == wanted)
        .findFirst();
  }

  @Override
  public Sample add(Tx tx, Caller caller, Sample sample, List<Lot> drawn) {
    Sample added =
        new Sample(
            samples.size() + 1L,
            sample.frame(),
            sample.seed(),
            sample.wanted(),
            sample.population(),
            sample.drawnAt(),
            sample.account());
    samples.add(added);
    List<SampleMember> all = new ArrayList<>();
    drawn.forEach(lot -> all.add(new SampleMember(added.id(), all.size() + 1, lot, 0, null)));
    members.put(added.id(), all);
    return added;
  }

  @Override
  public Optional<Sample> find(Tx tx, Caller caller, long id) {
    return samples.stream()
        .filter(one -> one.id() == id && caller.scope().covers(one.frame().area()))
        .findFirst();
  }

  @Override
  public List<Progress> list(Tx tx, Caller caller, long before, int limit) {
    return samples.stream()
        .filter(one -> one.id() < before && caller.scope().covers(one.frame().area()))
        .sorted(Comparator.comparingLong(Sample::id).reversed())
        .limit(limit)
        .map(
            one ->
                new Progress(
                    one,
                    (int)
                        members(tx, caller, one.id()).stream()
                            .filter(SampleCount.ASSESSED::counts)
                            .count()))
        .toList();
  }

  @Override
  public List<SampleMember> members(Tx tx, Caller caller, long id) {
    return List.copyOf(members.getOrDefault(id, List.of()));
  }

  @Override
  public Assessment add(Tx tx, Caller caller, Assessment given, int ifVersion) {
    eraseWords(tx, caller, given.incidentId());
    Assessment added = with(given, assessments.size() + 1L, given.remark());
    assessments.add(added);
    List<SampleMember> all = members.getOrDefault(given.sampleId(), List.of());
    if (all.stream().noneMatch(one -> is(one, given) && one.version() == ifVersion)) {
      throw Conflict.version(ifVersion, ifVersion + 1);
    }
    all.replaceAll(
        one ->
            is(one, given)
                ? new SampleMember(one.sampleId(), one.place(), one.lot(), ifVersion + 1, added)
                : one);
    return added;
  }

  private static boolean is(SampleMember member, Assessment given) {
    return member.incidentId().equals(given.incidentId());
  }

  private static Assessment with(Assessment one, long id, String remark) {
    return new Assessment(
        id, one.sampleId(), one.incidentId(), one.verdict(), remark, one.at(), one.account());
  }

  @Override
  public List<Assessment> assessments(Tx tx, Caller caller, long id) {
    return assessments.stream().filter(one -> one.sampleId() == id).toList();
  }

  @Override
  public void eraseWords(Tx tx, Caller caller, String incidentId) {
    assessments.replaceAll(
        one -> one.incidentId().equals(incidentId) ? with(one, one.id(), "") : one);
  }

  @Override
  public void eraseReport(Tx tx, Caller caller, String reportKey) {
    eraseWords(tx, caller, "of " + reportKey);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    assessments.replaceAll(
        one ->
            with(
                one,
                one.id(),
                numbers.stream().reduce(one.remark(), (words, it) -> words.replace(it, "***"))));
  }
}

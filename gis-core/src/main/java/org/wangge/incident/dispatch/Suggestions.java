package org.wangge.incident.dispatch;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.wangge.incident.Handler;

/**
 * Who could handle an incident, the best first: a sum of named weights. Pure.
 *
 * <p>A department outweighs whoever is in charge of the grid, because it was set up for this; who
 * is in charge outweighs who happens to be near. Each thing somebody has in hand takes off as much
 * as a few hundred metres do; a department has many hands.
 */
final class Suggestions {
  /** For a department that is there for the category. */
  static final double DEPARTMENT = 60;

  /** For whoever is in charge of the grid. */
  static final double IN_CHARGE = 50;

  /** For somebody on the spot; less by the distance, nothing at {@link #FARTHEST_METERS}. */
  static final double ON_THE_SPOT = 40;

  /** Off for each thing a person has in hand. */
  static final double IN_HAND = 6;

  /** Who is farther away is not near. */
  static final double FARTHEST_METERS = 1_500;

  private static final int MOST = 8;

  private Suggestions() {}

  /**
   * Proposes handlers.
   *
   * @param departments codes of those that are there for the category
   * @param inCharge staff codes of those in charge of the grid
   * @param near staff codes of those on duty, with how far away they are in metres
   * @param load how much each handler has in hand
   */
  static List<Suggestion> of(
      Collection<String> departments,
      Collection<String> inCharge,
      Map<String, Double> near,
      Map<Handler, Integer> load) {
    Map<Handler, Map<Suggestion.Reason, Double>> reasons = new LinkedHashMap<>();
    for (String department : departments) {
      put(
          reasons,
          new Handler(Handler.Kind.DEPARTMENT, department),
          Suggestion.Reason.DEPARTMENT_OF_CATEGORY,
          DEPARTMENT);
    }
    for (String person : inCharge) {
      put(reasons, person(person), Suggestion.Reason.IN_CHARGE_OF_GRID, IN_CHARGE);
    }
    near.forEach(
        (person, meters) -> {
          if (meters < FARTHEST_METERS) {
            double weight = ON_THE_SPOT * (1 - meters / FARTHEST_METERS);
            put(reasons, person(person), Suggestion.Reason.NEAR, weight);
          }
        });
    return reasons.entrySet().stream()
        .map(one -> suggestion(one.getKey(), one.getValue(), near, load))
        .sorted(
            Comparator.comparingDouble(Suggestion::score)
                .reversed()
                .thenComparing(one -> one.handler().code()))
        .limit(MOST)
        .toList();
  }

  private static Handler person(String staffCode) {
    return new Handler(Handler.Kind.PERSON, staffCode);
  }

  private static void put(
      Map<Handler, Map<Suggestion.Reason, Double>> reasons,
      Handler handler,
      Suggestion.Reason reason,
      double weight) {
    reasons
        .computeIfAbsent(handler, any -> new EnumMap<>(Suggestion.Reason.class))
        .put(reason, weight);
  }

  private static Suggestion suggestion(
      Handler handler,
      Map<Suggestion.Reason, Double> reasons,
      Map<String, Double> near,
      Map<Handler, Integer> load) {
    List<Suggestion.Reason> ordered =
        reasons.entrySet().stream()
            .sorted(Map.Entry.<Suggestion.Reason, Double>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    int open = load.getOrDefault(handler, 0);
    double sum = reasons.values().stream().mapToDouble(Double::doubleValue).sum();
    boolean person = handler.kind() == Handler.Kind.PERSON;
    Double meters = person ? near.get(handler.code()) : null;
    return new Suggestion(
        handler,
        ordered,
        meters == null ? OptionalDouble.empty() : OptionalDouble.of(meters),
        open,
        person ? sum - IN_HAND * open : sum);
  }
}

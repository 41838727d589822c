package org.wangge.incident;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.event.Tx;

/**
 * Knows where reports of some categories are urgent for a while, whatever their category says.
 * Declared here, bound where the program is put together. Thread-safe; every call belongs to its
 * transaction.
 */
public interface Urgency {
  /** Nothing is more urgent than its category. */
  Urgency NONE =
      new Urgency() {
        @Override
        public List<Raise> raises(Tx tx, Collection<String> grids) {
          return List.of();
        }

        @Override
        public void note(Tx tx, Map<String, Raise> byIncident) {}

        @Override
        public boolean isRaised(Tx tx, String incidentId) {
          return false;
        }
      };

  /**
   * That reports from a grid are urgent now.
   *
   * @param cause id of what makes them so
   * @param grid code of the grid
   * @param categories codes of the categories of which that is true
   * @param reason why, as people are told
   */
  record Raise(long cause, String grid, Set<String> categories, String reason) {
    public Raise {
      categories = Set.copyOf(categories);
    }

    private boolean isOf(Incident incident) {
      return incident.gridCode().filter(grid::equals).isPresent()
          && categories.contains(incident.category());
    }
  }

  /** What is urgent in some grids at the instant of the transaction. */
  List<Raise> raises(Tx tx, Collection<String> grids);

  /** Notes which incidents came in as urgent for what. */
  void note(Tx tx, Map<String, Raise> byIncident);

  /** Whether an incident came in as urgent for something. */
  boolean isRaised(Tx tx, String incidentId);

  /** What makes an incident urgent that has just come in; empty where nothing does. */
  static Optional<Raise> of(List<Raise> raises, Incident reported) {
    return raises.stream().filter(one -> one.isOf(reported)).findFirst();
  }
}

package org.wangge.incident.joint;

import java.util.Map;
import org.wangge.event.DomainEvent;
import org.wangge.incident.Action;
import org.wangge.incident.IncidentPlace;

/** What happens in joint handling. */
public sealed interface JointEvent extends DomainEvent {

  /** Id of the incident. */
  String id();

  @Override
  default String subject() {
    return id();
  }

  /**
   * It was convened.
   *
   * @param version of the joint handling
   * @param count of how many who take part
   * @param place where the incident is
   */
  record JointConvened(String id, int version, int count, IncidentPlace place)
      implements JointEvent {
    @Override
    public String type() {
      return "incident-joint-convened";
    }

    @Override
    public Map<String, Object> facts() {
      return place.facts(Map.of("joint", version, "count", count));
    }
  }

  /** Something was written into its minutes. */
  record JointMinuted(String id, int version, IncidentPlace place) implements JointEvent {
    @Override
    public String type() {
      return "incident-joint-minuted";
    }

    @Override
    public Map<String, Object> facts() {
      return place.facts(Map.of("joint", version));
    }
  }

  /**
   * It was decided who does what.
   *
   * @param count how many duties
   */
  record JointDecided(String id, int version, int count, IncidentPlace place)
      implements JointEvent {
    @Override
    public String type() {
      return "incident-joint-decided";
    }

    @Override
    public Map<String, Object> facts() {
      return place.facts(Map.of("joint", version, "count", count));
    }
  }

  /**
   * A duty is done.
   *
   * @param duty its number
   * @param open how many are still to be done
   */
  record DutyDone(String id, int version, int duty, int open, IncidentPlace place)
      implements JointEvent {
    @Override
    public String type() {
      return "incident-joint-done";
    }

    @Override
    public Map<String, Object> facts() {
      return place.facts(Map.of("joint", version, "duty", duty, "open", open));
    }
  }

  /**
   * The time of a duty rang.
   *
   * @param duty its number
   * @param mark for what: {@code due}, or a warning before that
   */
  record DutyRang(String id, int duty, String mark, IncidentPlace place) implements JointEvent {
    @Override
    public String type() {
      return "incident-joint-rang";
    }

    @Override
    public Map<String, Object> facts() {
      return place.facts(Map.of("duty", duty, "mark", mark));
    }
  }

  /** Somebody who took part declined. */
  record JointLeft(String id, int version, IncidentPlace place) implements JointEvent {
    @Override
    public String type() {
      return "incident-joint-left";
    }

    @Override
    public Map<String, Object> facts() {
      return place.facts(Map.of("joint", version));
    }
  }

  /**
   * It is over.
   *
   * @param by what was done to the incident that ended it
   */
  record JointEnded(String id, int version, Action by, IncidentPlace place) implements JointEvent {
    @Override
    public String type() {
      return "incident-joint-ended";
    }

    @Override
    public Map<String, Object> facts() {
      return place.facts(Map.of("joint", version, "action", by.word()));
    }
  }
}

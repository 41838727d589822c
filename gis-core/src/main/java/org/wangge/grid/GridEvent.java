package org.wangge.grid;

import java.util.Map;
import java.util.Optional;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;

/** What happens to areas and partitions. */
public sealed interface GridEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.staff();

  /** The one area it happened to; empty where there was not just one. */
  default Optional<AreaKey> area() {
    return Optional.empty();
  }

  /** A partition of the ground was defined. */
  record PartitionAdded(String partition) implements GridEvent {
    @Override
    public String type() {
      return "grid-partition-added";
    }

    @Override
    public String subject() {
      return partition;
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of();
    }
  }

  /** An area that never was came into being. */
  record AreaAdded(AreaKey key, int version) implements GridEvent {
    @Override
    public String type() {
      return "grid-area-added";
    }

    @Override
    public Optional<AreaKey> area() {
      return Optional.of(key);
    }

    @Override
    public String subject() {
      return key.toString();
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("partition", key.partition(), "code", key.code(), "version", version);
    }
  }

  /** An area got a new state. */
  record AreaChanged(AreaKey key, int version) implements GridEvent {
    @Override
    public String type() {
      return "grid-area-changed";
    }

    @Override
    public Optional<AreaKey> area() {
      return Optional.of(key);
    }

    @Override
    public String subject() {
      return key.toString();
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("partition", key.partition(), "code", key.code(), "version", version);
    }
  }

  /** An area ended; its code is never used again. */
  record AreaRetired(AreaKey key, int version) implements GridEvent {
    @Override
    public String type() {
      return "grid-area-retired";
    }

    @Override
    public Optional<AreaKey> area() {
      return Optional.of(key);
    }

    @Override
    public String subject() {
      return key.toString();
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("partition", key.partition(), "code", key.code(), "version", version);
    }
  }

  /** Many areas came in at once; told as one event, since a reader has to load them anew anyhow. */
  record AreasLoaded(String partition, int added, int changed) implements GridEvent {
    @Override
    public String type() {
      return "grid-areas-loaded";
    }

    @Override
    public String subject() {
      return partition;
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("added", added, "changed", changed);
    }
  }

  /** A rule of size was added or changed. */
  record SizeRuleChanged(long id, String ruleArea, int version, int min, int max, boolean inForce)
      implements GridEvent {
    static SizeRuleChanged of(SizeRule rule) {
      return new SizeRuleChanged(
          rule.id(), rule.area(), rule.version(), rule.min(), rule.max(), rule.inForce());
    }

    @Override
    public String type() {
      return "grid-size-rule-changed";
    }

    @Override
    public String subject() {
      return Long.toString(id);
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "area", ruleArea, "version", version, "min", min, "max", max, "inForce", inForce);
    }
  }

  /** A rule of size was taken away. */
  record SizeRuleRemoved(long id, String ruleArea) implements GridEvent {
    @Override
    public String type() {
      return "grid-size-rule-removed";
    }

    @Override
    public String subject() {
      return Long.toString(id);
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("area", ruleArea);
    }
  }
}

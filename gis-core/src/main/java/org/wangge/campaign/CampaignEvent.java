package org.wangge.campaign;

import java.util.Map;
import org.wangge.access.Right;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;

/** What happens to campaigns. */
public sealed interface CampaignEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.there(Right.READ_CAMPAIGNS);

  /** The campaign's id. */
  long campaign();

  @Override
  default String subject() {
    return Long.toString(campaign());
  }

  /** One has begun. */
  record CampaignOpened(Campaign opened) implements CampaignEvent {
    @Override
    public long campaign() {
      return opened.id();
    }

    @Override
    public String type() {
      return "campaign-opened";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "version", opened.version(),
          "areas", String.join(" ", opened.plan().areas()),
          "units", opened.units());
    }
  }

  /** Somebody was asked, or asked again. */
  record CampaignAnswered(long campaign, CampaignUnit unit, int hazards) implements CampaignEvent {
    @Override
    public String type() {
      return "campaign-answered";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "grid", unit.spot().grid(),
          "lonE7", unit.spot().at().lon(),
          "latE7", unit.spot().at().lat(),
          "unit", unit.number(),
          "version", unit.version(),
          "hazards", hazards);
    }
  }

  /** What was answered in words somewhere is no longer kept. */
  record CampaignErased(long campaign, CampaignUnit unit) implements CampaignEvent {
    @Override
    public String type() {
      return "campaign-erased";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "grid", unit.spot().grid(),
          "lonE7", unit.spot().at().lon(),
          "latE7", unit.spot().at().lat(),
          "unit", unit.number());
    }
  }

  /** A hazard was found, or has come further. */
  record CampaignHazardChanged(Hazard hazard) implements CampaignEvent {
    @Override
    public long campaign() {
      return hazard.campaign();
    }

    @Override
    public String type() {
      return "campaign-hazard-changed";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "grid", hazard.spot().grid(),
          "lonE7", hazard.spot().at().lon(),
          "latE7", hazard.spot().at().lat(),
          "unit", hazard.number(),
          "hazard", hazard.id(),
          "version", hazard.version(),
          "state", hazard.state().word());
    }
  }

  /** One is over. */
  record CampaignClosed(Campaign closed) implements CampaignEvent {
    @Override
    public long campaign() {
      return closed.id();
    }

    @Override
    public String type() {
      return "campaign-closed";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("version", closed.version());
    }
  }
}

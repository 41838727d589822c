package org.wangge.server.shift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.alarm.AlarmKind;
import org.wangge.alarm.AlarmStore;
import org.wangge.alarm.Shelf;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraQuery;
import org.wangge.camera.CameraState;
import org.wangge.camera.CameraStore;
import org.wangge.event.Tx;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentQuery;
import org.wangge.incident.IncidentStore;
import org.wangge.message.Notification;
import org.wangge.message.NotificationQuery;
import org.wangge.message.NotificationStore;
import org.wangge.message.Occasion;
import org.wangge.shift.HandoverItem;
import org.wangge.shift.HandoverKind;
import org.wangge.shift.HandoverSource;
import org.wangge.whistle.Whistle;
import org.wangge.whistle.WhistleQuery;
import org.wangge.whistle.WhistleStore;

/**
 * What stands open in the town, as whoever hands over may see it.
 *
 * @param incidents of which some are open, some of them overdue
 * @param whistles of which some last
 * @param cameras of which some are silent
 * @param alarms of which some are shelved
 * @param notifications of which some are not answered
 */
public record TownStanding(
    IncidentStore incidents,
    WhistleStore whistles,
    CameraStore cameras,
    AlarmStore alarms,
    NotificationStore notifications)
    implements HandoverSource {
  /** Reminders of whoever walks: nothing is left in them for the next shift. */
  private static final Set<Occasion> OF_ONE_PERSON =
      Set.of(Occasion.PATROL_SOON, Occasion.PATROL_MISSED);

  @Override
  public List<HandoverItem> standing(Tx tx, Caller caller, String area, Instant now) {
    List<HandoverItem> items = new ArrayList<>();
    List<Incident> open = List.of();
    if (caller.has(Right.READ_INCIDENTS)) {
      Caller reader = caller.with(Right.READ_INCIDENTS);
      open =
          incidents.list(
              tx,
              reader,
              new IncidentQuery(area, null, true, null, null, null, null, "", MOST_OF_A_KIND));
      open.forEach(one -> items.add(of(HandoverKind.OPEN, one, one.reportedAt())));
      for (Incident one : open) {
        if (one.overdue(now)) {
          items.add(of(HandoverKind.OVERDUE, one, one.dueAt().orElse(now)));
        }
      }
      whistles(tx, reader, area).forEach(items::add);
    }
    if (caller.has(Right.READ_CAMERAS)) {
      cameras
          .list(
              tx,
              caller.with(Right.READ_CAMERAS),
              new CameraQuery(
                  area, CameraState.OFFLINE, null, null, null, null, "", MOST_OF_A_KIND))
          .forEach(one -> items.add(of(one.camera())));
    }
    if (caller.has(Right.READ_ALARMS)) {
      shelves(tx, caller.with(Right.READ_ALARMS), area, now).forEach(items::add);
    }
    if (caller.has(Right.READ_NOTIFICATIONS)) {
      notifications
          .list(
              tx,
              caller.with(Right.READ_NOTIFICATIONS),
              new NotificationQuery(
                  true, area, null, null, List.of(), Long.MAX_VALUE, NotificationQuery.MOST))
          .stream()
          .filter(one -> !OF_ONE_PERSON.contains(one.matter().occasion()))
          .forEach(one -> items.add(of(one)));
    }
    return items;
  }

  private static HandoverItem of(HandoverKind kind, Incident one, Instant at) {
    return new HandoverItem(
        kind, one.id(), one.number(), one.category(), one.gridCode().orElse(""), at);
  }

  private List<HandoverItem> whistles(Tx tx, Caller reader, String area) {
    List<HandoverItem> items = new ArrayList<>();
    for (Whistle one :
        whistles.list(
            tx,
            reader,
            new WhistleQuery(area, true, null, List.of(), Long.MAX_VALUE, WhistleQuery.MOST))) {
      items.add(
          new HandoverItem(
              HandoverKind.WHISTLE,
              one.incidentId(),
              one.incidentId().replace("incident-", ""),
              one.last().level().word(),
              one.place().grid(),
              one.blown().at()));
    }
    return items;
  }

  private static HandoverItem of(Camera one) {
    return new HandoverItem(
        HandoverKind.CAMERA, one.id(), one.name(), one.state().word(), one.gridCode(), null);
  }

  private List<HandoverItem> shelves(Tx tx, Caller reader, String area, Instant now) {
    List<HandoverItem> items = new ArrayList<>();
    for (Shelf one : alarms.shelves(tx, reader, now)) {
      if (one.area().startsWith(area) || area.startsWith(one.area())) {
        items.add(
            new HandoverItem(
                HandoverKind.SHELF,
                Long.toString(one.id()),
                Optional.ofNullable(one.kindOrNull()).map(AlarmKind::word).orElse(""),
                one.reason().word(),
                one.area(),
                one.until()));
      }
    }
    return items;
  }

  private static HandoverItem of(Notification one) {
    Map<String, String> values = one.matter().values();
    return new HandoverItem(
        HandoverKind.DUTY,
        one.matter().incidentId(),
        values.getOrDefault("number", one.matter().incidentId().replace("incident-", "")),
        one.matter().occasion().word(),
        one.matter().place().grid(),
        one.createdAt());
  }
}

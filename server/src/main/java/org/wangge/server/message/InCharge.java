package org.wangge.server.message;

import java.util.ArrayList;
import java.util.List;
import org.wangge.grid.Area;
import org.wangge.grid.Duty;
import org.wangge.message.Notification;
import org.wangge.message.Recipient;

/** Who has to act in a grid where others do not: its head, then the cadre of the community. */
final class InCharge {
  private static final List<Duty> ORDER = List.of(Duty.GRID_HEAD, Duty.COMMUNITY_CADRE);

  private InCharge() {}

  /** Those first of all, and then those in charge, each with a step of their own. */
  static List<Notification.Addressee> after(List<Recipient> first, List<Area> gridIfAny) {
    List<Recipient> order = new ArrayList<>(first);
    for (Duty duty : ORDER) {
      gridIfAny.stream()
          .flatMap(area -> area.inCharge().stream())
          .filter(one -> one.duty() == duty)
          .map(one -> new Recipient(Recipient.Kind.PERSON, one.staffCode()))
          .filter(one -> !order.contains(one))
          .findFirst()
          .ifPresent(order::add);
    }
    List<Notification.Addressee> addressees = new ArrayList<>();
    for (Recipient one : order) {
      addressees.add(new Notification.Addressee(one, addressees.size() + 1));
    }
    return addressees;
  }
}

package org.wangge.errand;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.people.Masking;
import org.wangge.people.PersonalField;
import org.wangge.people.Shown;

/**
 * An errand as somebody may see it.
 *
 * @param errand which
 * @param name of the resident
 * @param phone of the resident
 * @param words with the numbers of people masked for who may not see them; name and phone are empty
 * @param actions what the caller can do with it
 */
public record ErrandSight(
    Errand errand, Shown name, Shown phone, ErrandWords words, List<ErrandAct> actions) {
  private static final Shown NOTHING = new Shown("", false, false);

  public ErrandSight {
    actions = List.copyOf(actions);
  }

  /** As a desk sees it: masked as reporters are. */
  static ErrandSight atDesk(Caller caller, Errand errand, ErrandWords words, boolean head) {
    Set<Role> roles = rolesAt(caller, errand.place());
    return new ErrandSight(
        errand,
        PersonalField.REPORTER_NAME.shown(words.name(), roles),
        PersonalField.REPORTER_PHONE.shown(words.phone(), roles),
        masked(words, PersonalField.REPORTER_PHONE.isWholeTo(roles)),
        head ? ofHead(errand) : List.of());
  }

  /**
   * As a volunteer sees it: before they have accepted nothing that tells who it is for, or behind
   * which door.
   */
  static ErrandSight inHand(String account, Errand errand, ErrandWords words) {
    if (errand.isHeldBy(account)) {
      return new ErrandSight(
          errand,
          new Shown(words.name(), false, false),
          new Shown(words.phone(), false, false),
          masked(words, true),
          errand.state() == ErrandState.ACCEPTED
              ? List.of(ErrandAct.FINISH, ErrandAct.DECLINE)
              : List.of());
    }
    return new ErrandSight(
        errand, NOTHING, NOTHING, ErrandWords.NONE, List.of(ErrandAct.ACCEPT, ErrandAct.DECLINE));
  }

  private static List<ErrandAct> ofHead(Errand errand) {
    List<ErrandAct> acts = new ArrayList<>();
    if (errand.state().isDispatchable()) {
      acts.addAll(List.of(ErrandAct.DISPATCH, ErrandAct.RETURN, ErrandAct.FILE));
    }
    return acts;
  }

  private static ErrandWords masked(ErrandWords words, boolean whole) {
    return new ErrandWords(
        "",
        "",
        whole || words.address().isEmpty() ? words.address() : Masking.address(words.address()),
        read(words.wish(), whole),
        read(words.reason(), whole),
        read(words.told(), whole),
        read(words.thanks(), whole));
  }

  private static String read(String text, boolean whole) {
    return whole ? text : Masking.numbersIn(text);
  }

  /** As what a caller sees what is ordered at a place. */
  private static Set<Role> rolesAt(Caller caller, Errand.Place place) {
    return caller.rights().rolesAt(place.grid(), place.at());
  }
}

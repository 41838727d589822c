package org.wangge.server.errand;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Right;
import org.wangge.errand.Errand;
import org.wangge.errand.ErrandVolunteers;
import org.wangge.event.Tx;
import org.wangge.server.people.PeopleModule;

/**
 * Who can be sent: those whose role lets them take errands where one was ordered.
 *
 * @param people knows the roles
 */
public record GrantedVolunteers(PeopleModule people) implements ErrandVolunteers {

  @Override
  public List<String> at(Tx tx, Errand.Place place) {
    return among(tx, place, null);
  }

  @Override
  public boolean areAt(Tx tx, Errand.Place place, Collection<String> accounts) {
    Set<String> asked = new HashSet<>(accounts);
    return asked.size() == among(tx, place, asked).size();
  }

  private List<String> among(Tx tx, Errand.Place place, @Nullable Set<String> accounts) {
    return people.holders(tx, Right.TAKE_ERRANDS, place.grid(), place.at(), accounts);
  }
}

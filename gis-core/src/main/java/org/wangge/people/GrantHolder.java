package org.wangge.people;

import java.util.List;

/**
 * An account with grants of its own.
 *
 * @param account whose they are
 * @param grants those that were asked for, the oldest first
 */
public record GrantHolder(Account account, List<Grant> grants) {

  public GrantHolder {
    grants = List.copyOf(grants);
  }
}

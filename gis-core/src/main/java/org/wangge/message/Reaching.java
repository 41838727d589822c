package org.wangge.message;

import java.util.List;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * By what people can be reached. Declared here, bound where the program is put together.
 * Thread-safe.
 */
public interface Reaching {

  /** Over what a message can go to somebody now; the pages are open to everyone but groups. */
  Set<Medium> mediaOf(Tx tx, Caller caller, Recipient recipient);

  /** The groups that are told of what happens in a grid, or concerns some departments. */
  List<Recipient> groupsAt(String grid, Set<String> departments);
}

package org.wangge.server.campaign;

import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.campaign.RecheckPhotos;
import org.wangge.event.Tx;
import org.wangge.incident.file.FileUse;
import org.wangge.incident.photo.PhotoSize;
import org.wangge.incident.photo.PhotoStore;

/**
 * Photos of rechecks among those of incidents: they come in, wait and are made anew like these, and
 * are then with neither report nor deed. Thread-safe.
 *
 * @param store of all photos
 */
record TakenPhotos(PhotoStore store) implements RecheckPhotos {
  private static final FileUse RECHECK = new FileUse(null, null, 0, 1);

  @Override
  public boolean take(Tx tx, Caller caller, String id) {
    return store.attach(tx, caller, id, RECHECK, null);
  }

  @Override
  public Optional<byte[]> picture(Tx tx, Caller caller, String id, boolean small) {
    return store.print(tx, caller, id, small ? PhotoSize.SMALL : PhotoSize.LARGE);
  }
}

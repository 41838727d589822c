package org.wangge.emergency;

import org.wangge.event.Tx;

/** Knows what incidents are about; bound to their categories where the program is put together. */
@FunctionalInterface
public interface EmergencyCategories {

  /** Whether reports of a category are taken. */
  boolean isInUse(Tx tx, String code);
}

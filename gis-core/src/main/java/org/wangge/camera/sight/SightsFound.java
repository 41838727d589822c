package org.wangge.camera.sight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Room for the cameras that see a place, used again and again. For one thread. */
public final class SightsFound {
  private Sight[] sights = new Sight[32];
  private int count;

  /** How many there are. */
  public int count() {
    return count;
  }

  /** One of them, from 0. */
  public Sight get(int i) {
    if (i >= count) {
      throw new IndexOutOfBoundsException(i);
    }
    return sights[i];
  }

  /** All of them, kept whatever is looked for next. */
  public List<Sight> list() {
    return new ArrayList<>(Arrays.asList(sights).subList(0, count));
  }

  void clear() {
    count = 0;
  }

  void add(Sight sight) {
    if (count == sights.length) {
      sights = Arrays.copyOf(sights, count * 2);
    }
    sights[count++] = sight;
  }
}

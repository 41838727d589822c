package org.wangge.people;

import org.wangge.grid.AreaKey;
import org.wangge.grid.Duty;

/**
 * What somebody is in charge of now.
 *
 * @param area where
 * @param duty as what
 */
public record Post(AreaKey area, Duty duty) {

  /** 公示牌: name, phone and duty of the heads of grids are published on a notice in the street. */
  public boolean isPublished() {
    return duty == Duty.GRID_HEAD;
  }
}

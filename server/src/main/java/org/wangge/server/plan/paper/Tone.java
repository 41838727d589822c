package org.wangge.server.plan.paper;

import java.awt.Color;

/** The colours of the sheets; what they tell apart differs in shape or width too. */
public final class Tone {
  public static final Color INK = new Color(0x1a1a1a);
  public static final Color FAINT = new Color(0x6b6b6b);
  public static final Color NEW = new Color(0xb3261e);
  public static final Color OLD = new Color(0x1f5fa8);
  public static final Color KEPT = new Color(0x4a4a4a);
  public static final Color BUILDING = new Color(0xe2ded6);
  public static final Color STREET = new Color(0xc9c9c9);
  public static final Color WATER = new Color(0xdcebf3);
  public static final Color GREEN = new Color(0xeaf3e4);
  public static final Color GRATICULE = new Color(0x9fb6c4);
  public static final Color SHADE = new Color(0xf1f1ee);
  public static final Color PAPER = Color.WHITE;

  private Tone() {}
}

package org.wangge.plan;

/**
 * What an edit would make.
 *
 * @param drawn the faces after it
 * @param redraw what the plan would then do, with figures
 */
public record Preview(Drawn drawn, Redraw redraw) {}

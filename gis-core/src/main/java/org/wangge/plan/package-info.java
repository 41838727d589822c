/**
 * Redrawing the areas. {@link org.wangge.plan.PlanRegister} is the door: it begins plans and draws
 * in them. The rooms behind it, each of which knows only those before it:
 *
 * <ol>
 *   <li>{@code planar}: edges and faces on the lattice, pure geometry; {@code street}: streets as a
 *       network;
 *   <li>{@code repair}: outlines made to fit together;
 *   <li>{@code topology}: the faces of a plan, and its base;
 *   <li>{@code cut}: new borders through a region, and whose each piece is; {@code redraw}: what
 *       faces come to for the areas on record;
 *   <li>{@code operation}: what one edit may do;
 *   <li>{@code record}: plans as they are kept;
 *   <li>{@code drawing}: plans drawn from that, and put into force;
 *   <li>{@code life}: the steps of a plan as a whole; {@code together}: locks, comments, snapshots.
 * </ol>
 *
 * <p>{@code balance}, {@code impact} and {@code compare} judge what is drawn.
 */
@NullMarked
package org.wangge.plan;

import org.jspecify.annotations.NullMarked;

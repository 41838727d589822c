package org.wangge.plan.together;

import java.time.Instant;

/**
 * That a grid of a plan is changed by nobody but one account.
 *
 * @param face id of the grid
 * @param account id of the account that may
 * @param at since when
 * @param reason in the words of who locked it; empty where nothing was said
 */
public record FaceLock(String face, String account, Instant at, String reason) {}

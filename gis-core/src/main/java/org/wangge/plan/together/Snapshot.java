package org.wangge.plan.together;

import java.time.Instant;

/**
 * A name for a state of a plan. Edits are never removed, so that it can always be gone back to.
 *
 * @param id given by the store, from 1
 * @param name unlike that of any other snapshot of the plan
 * @param head number of the edit that the plan stood at; 0 for its base
 * @param at when it was named
 * @param account id of the account that named it
 */
public record Snapshot(long id, String name, int head, Instant at, String account) {}

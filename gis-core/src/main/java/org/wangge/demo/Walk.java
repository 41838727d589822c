package org.wangge.demo;

import java.util.List;
import org.wangge.patrol.Fix;

/**
 * A walk someone of the staff takes.
 *
 * @param id stable
 * @param staffCode who
 * @param path where they truly are
 * @param fixes what their phone says, at least one
 */
record Walk(String id, String staffCode, WalkedPath path, List<Fix> fixes) {}

/**
 * The database: connections, transactions, the two dialects, migrations, and the event log with its
 * sequencer. The only package besides the {@code Jdbc*Store} classes that sees {@code java.sql}.
 */
@NullMarked
package org.wangge.server.storage;

import org.jspecify.annotations.NullMarked;

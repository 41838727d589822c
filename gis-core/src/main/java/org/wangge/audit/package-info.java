/** Who did, saw or was refused what: the entries of a record that nobody can rewrite. */
@NullMarked
package org.wangge.audit;

import org.jspecify.annotations.NullMarked;

/**
 * Files of areas come in here: a reader per format, the rules that make drafts of what was read,
 * one load that is all there or not at all, and a report of everything that was refused.
 */
@NullMarked
package org.wangge.server.importing;

import org.jspecify.annotations.NullMarked;

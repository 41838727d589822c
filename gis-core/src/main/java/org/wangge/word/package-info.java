/** Words that stand for values in URLs, files and tables. */
@NullMarked
package org.wangge.word;

import org.jspecify.annotations.NullMarked;

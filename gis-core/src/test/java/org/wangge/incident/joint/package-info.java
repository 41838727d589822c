/** Tests of joint handling. */
@NullMarked
package org.wangge.incident.joint;

import org.jspecify.annotations.NullMarked;

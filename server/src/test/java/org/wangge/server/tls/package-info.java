/** Tests of certificates and the front door. */
@org.jspecify.annotations.NullMarked
package org.wangge.server.tls;

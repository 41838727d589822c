/** Campaigns: one checklist for every household, or every building unit, of some areas. */
@NullMarked
package org.wangge.campaign;

import org.jspecify.annotations.NullMarked;

package org.wangge.demo;

import org.wangge.patrol.Fix;

/**
 * What the phone of a person of the town said.
 *
 * @param staffCode whose
 * @param fix where and when
 */
public record DeviceFix(String staffCode, Fix fix) {}

package org.wangge.planted.util;

record Odds(int ends) {}

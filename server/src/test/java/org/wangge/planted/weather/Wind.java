package org.wangge.planted.weather;

final class Wind {
  private Wind() {}

  static void blow() {
    System.out.println("whoo");
  }
}

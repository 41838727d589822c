package org.wangge.figure;

/**
 * What is asked of figures.
 *
 * @param period of when
 * @param filter of which cases
 * @param by how they are grouped
 */
public record Question(Period period, Filter filter, Grouping by) {

  Question in(Period other) {
    return new Question(other, filter, by);
  }
}

/**
 * The same pipeline over the same readers on Apache Spark: {@link org.chancery.spark.SparkMain} is
 * the main class of the spark-submit jar, {@link org.chancery.spark.SparkCoding} the job. Trap:
 * what a task holds is sent to other machines; only strings, numbers and records marked
 * Serializable go into it, never a {@code Document} or an {@code Engine}.
 */
@NullMarked
package org.chancery.spark;

import org.jspecify.annotations.NullMarked;

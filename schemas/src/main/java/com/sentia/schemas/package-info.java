/**
 * The contracts as classes, generated from {@code src/main/avro}; nothing else lives here.
 *
 * <p>Not null-marked: Avro's generator knows no nullness, and an optional field's getter answers null.
 */
package com.sentia.schemas;

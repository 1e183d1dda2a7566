/** What every Flink job of ours begins with: environment, Kafka source and sink over our codec, watermarks of progress. */
@NullMarked
package com.sentia.runtime;

import org.jspecify.annotations.NullMarked;

/** Records to bytes and back, in the Confluent wire format, with the schema registry as the only source of ids. */
@NullMarked
package com.sentia.schemas.codec;

import org.jspecify.annotations.NullMarked;

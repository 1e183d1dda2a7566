/** How the fields of a canonical record are found in a payload: read from YAML, checked against the Avro contract, applied. */
@NullMarked
package com.sentia.hooks.mapping;

import org.jspecify.annotations.NullMarked;

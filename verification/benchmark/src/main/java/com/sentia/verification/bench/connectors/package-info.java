/** What connector and normalizer get through: histories of a simulated shop, and raw records that are there already. */
@NullMarked
package com.sentia.verification.bench.connectors;

import org.jspecify.annotations.NullMarked;

/** The preflight as a program of its own. */
@NullMarked
package com.sentia.connectors.shopify.preflight;

import org.jspecify.annotations.NullMarked;

/** Exchange rates by business day, and amounts in other currencies until they are converted. */
@NullMarked
package com.sentia.analytics.rate;

import org.jspecify.annotations.NullMarked;

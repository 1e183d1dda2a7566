/** What changed a window after it was final. */
@NullMarked
package com.sentia.queryapi.restatements;

import org.jspecify.annotations.NullMarked;

/** How long lines that come late take to be in every value they change. */
@NullMarked
package com.sentia.verification.bench.late;

import org.jspecify.annotations.NullMarked;

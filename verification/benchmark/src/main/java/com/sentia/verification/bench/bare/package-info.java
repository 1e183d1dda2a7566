/** Change points written with nothing around them: what the database itself takes for the rows. */
@NullMarked
package com.sentia.verification.bench.bare;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.sentia.verification.bench.late;

import org.jspecify.annotations.NullMarked;

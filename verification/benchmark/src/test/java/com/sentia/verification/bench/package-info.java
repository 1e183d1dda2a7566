@NullMarked
package com.sentia.verification.bench;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.sentia.verification.architecture;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.sentia.verification.privacy;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.sentia.verification.facts;

import org.jspecify.annotations.NullMarked;

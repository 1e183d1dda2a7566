@NullMarked
package com.sentia.normalizer.facts;

import org.jspecify.annotations.NullMarked;

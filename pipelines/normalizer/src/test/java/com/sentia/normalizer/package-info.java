@NullMarked
package com.sentia.normalizer;

import org.jspecify.annotations.NullMarked;

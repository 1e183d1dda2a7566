@NullMarked
package com.sentia.schemas.codec;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.sentia.schemas.topics;

import org.jspecify.annotations.NullMarked;

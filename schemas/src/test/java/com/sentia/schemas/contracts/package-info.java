@NullMarked
package com.sentia.schemas.contracts;

import org.jspecify.annotations.NullMarked;

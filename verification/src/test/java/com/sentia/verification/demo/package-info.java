@NullMarked
package com.sentia.verification.demo;

import org.jspecify.annotations.NullMarked;

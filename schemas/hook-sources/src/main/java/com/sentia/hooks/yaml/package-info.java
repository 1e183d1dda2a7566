/** YAML files read value by value, each with its line, so that every complaint says where. */
@NullMarked
package com.sentia.hooks.yaml;

import org.jspecify.annotations.NullMarked;

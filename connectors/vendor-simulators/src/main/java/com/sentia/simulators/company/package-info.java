/** What a trading company has besides its orders: the places it keeps stock in, and how stock falls, runs out and comes in. */
@NullMarked
package com.sentia.simulators.company;

import org.jspecify.annotations.NullMarked;

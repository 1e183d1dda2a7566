package com.sentia.verification.bench;

/** Where contenders in Flink keep their state. */
public enum StateKind {
    /** As the product's job does. */
    ROCKSDB,
    HEAP
}

package com.sentia.verification.demo;

/** Why the check could not run at all; says nothing about whether the values are right. */
public final class CheckException extends RuntimeException {
    public CheckException(String problem) {
        super(problem);
    }

    public CheckException(String problem, Throwable cause) {
        super(problem, cause);
    }
}

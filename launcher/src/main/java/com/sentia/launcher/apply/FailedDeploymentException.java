package com.sentia.launcher.apply;

/** A new deployment that can't do its work; the message says why. */
final class FailedDeploymentException extends RuntimeException {
    FailedDeploymentException(String message) {
        super(message);
    }
}

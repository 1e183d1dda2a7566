package com.sentia.launcher.supervision;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one step when what it needs is ready, again until it succeeds. */
final class StepRunner implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

    private final Step step;
    private final Board board;

    StepRunner(Step step, Board board) {
        this.step = step;
        this.board = board;
    }

    @Override
    public void run() {
        try {
            while (board.awaitReady(step.needs()) && !succeeds()) {
                Thread.sleep(Backoff.before(board.state(step.name()).failures()).toMillis());
            }
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean succeeds() throws InterruptedException {
        board.change(step.name(), (state, now) -> state.starting(now, 0));
        try {
            step.action().run();
            board.change(step.name(), PartState::ready);
            LOG.info("step={} done", step.name());
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.warn("step={} failed", step.name(), e);
            board.change(step.name(), (state, now) -> state.failed(now, String.valueOf(e.getMessage())));
            return false;
        }
    }
}

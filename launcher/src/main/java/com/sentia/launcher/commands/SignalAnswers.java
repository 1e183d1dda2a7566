package com.sentia.launcher.commands;

import com.sentia.launcher.connectors.Signals.Outcome;
import com.sentia.schemas.NoticeKind;
import java.io.PrintWriter;

/** Tells what became of a signal, a line for each feed. */
final class SignalAnswers {
    private SignalAnswers() {}

    /** Returns the exit code. */
    static int tell(Outcome outcome, PrintWriter out) {
        outcome.answers()
                .forEach((feed, answer) -> out.println(feed
                        + (answer.getKind() == NoticeKind.SIGNAL_ACCEPTED ? ": " : ": refused: ")
                        + answer.getDetail()));
        outcome.silent()
                .forEach(feed -> out.println(
                        feed + ": no answer yet; it acts on the signal as soon as it runs: see connector status"));
        out.flush();
        return outcome.isAccepted() ? 0 : ConnectorCommand.NOT_DONE;
    }
}

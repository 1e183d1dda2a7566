package com.sentia.queryapi.database;

import com.sentia.queryapi.http.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Reads from the database through a small pool of connections with cached prepared statements. Connections are read
 * only and every statement has a time limit. A lost database ends questions with a passing problem; the pool connects
 * again by itself.
 */
public final class Database {
    private static final int CONNECT_SECONDS = 2;

    private final Pool pool;
    private final long patienceMillis;
    private final Availability availability = new Availability();

    private Database(Pool pool, long patienceMillis) {
        this.pool = pool;
        this.patienceMillis = patienceMillis;
    }

    /** Opens the pool; no connection is made before the first question. */
    public static Database open(Vertx vertx, DatabaseSettings settings) {
        long statementMillis = settings.statementTimeout().toMillis();
        PgConnectOptions connection = new PgConnectOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setDatabase(settings.database())
                .setUser(settings.user())
                .setPassword(settings.password().reveal())
                .setCachePreparedStatements(true)
                .addProperty("application_name", "sentia-query-api")
                .addProperty("default_transaction_read_only", "on")
                .addProperty("statement_timeout", Long.toString(statementMillis));
        PoolOptions options = new PoolOptions()
                .setMaxSize(settings.connections())
                .setMaxWaitQueueSize(settings.connections() * 64)
                .setConnectionTimeout(CONNECT_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout(5)
                .setIdleTimeoutUnit(TimeUnit.MINUTES);
        Pool pool = PgBuilder.pool()
                .with(options)
                .with(new NetClientOptions().setConnectTimeout((int) TimeUnit.SECONDS.toMillis(CONNECT_SECONDS)))
                .connectingTo(connection)
                .using(vertx)
                .build();
        return new Database(pool, statementMillis + TimeUnit.SECONDS.toMillis(CONNECT_SECONDS));
    }

    /** The rows of one statement; fails with a {@link ProblemException} when the database can't answer. */
    public <T> Future<List<T>> rows(String sql, Tuple values, Function<Row, T> mapper) {
        return pool.preparedQuery(sql)
                .execute(values)
                .timeout(patienceMillis, TimeUnit.MILLISECONDS)
                .recover(failure -> {
                    Throwable meaning = DatabaseProblems.of(failure);
                    availability.failed(meaning, failure);
                    return Future.failedFuture(meaning);
                })
                .onSuccess(rows -> availability.answered())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(mapper)
                        .toList());
    }

    public Future<Void> close() {
        return pool.close();
    }
}

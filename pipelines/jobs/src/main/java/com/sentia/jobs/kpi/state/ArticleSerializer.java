package com.sentia.jobs.kpi.state;

import com.sentia.analytics.fact.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Format of what is known of an article: first stocked, last moved, number of instants of sales, these, then what stands. */
public final class ArticleSerializer extends CompactSerializer<Article> {
    public static final ArticleSerializer INSTANCE = new ArticleSerializer();

    @Override
    public void serialize(Article article, DataOutputView out) throws IOException {
        Longs.write(article.stockedSince(), out);
        Longs.write(article.movedLast(), out);
        Longs.write(article.sold().size(), out);
        for (long sale : article.sold()) {
            Longs.write(sale, out);
        }
        EntityFactsSerializer.write(article.standing(), out);
    }

    @Override
    public Article deserialize(DataInputView in) throws IOException {
        long stockedSince = Longs.read(in);
        long movedLast = Longs.read(in);
        int size = (int) Longs.read(in);
        List<Long> sold = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            sold.add(Longs.read(in));
        }
        return new Article(stockedSince, movedLast, sold, EntityFactsSerializer.facts(in));
    }

    @Override
    public Article createInstance() {
        return Article.UNKNOWN;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializerSnapshot<Article> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Article> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}

package org.intakehub.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class TextModelTest {
    private static final TextModel MODEL = Trainer.train(ToyCorpus.of(300, 1));

    @Test
    void answersMessagesThatItWasNotTrainedOn() {
        assertThat(ToyCorpus.of(90, 2))
                .allSatisfy(example -> assertThat(best(example.evidence())).isEqualTo(example.label()));
    }

    @Test
    void givesProbabilitiesThatAddUpToOne() {
        assertThat(Arrays.stream(MODEL.probabilities(new Evidence("", "", Map.of())))
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void isLessSureOfWordsThatItNeverSaw() {
        double[] known = MODEL.probabilities(new Evidence("停水", "自来水水压", Map.of()));
        double[] unknown = MODEL.probabilities(new Evidence("雕塑", "展览开幕", Map.of()));
        assertThat(Arrays.stream(known).max().orElseThrow())
                .isGreaterThan(Arrays.stream(unknown).max().orElseThrow() + 0.2);
    }

    @Test
    void namesTheWordsThatSpokeForALabel() {
        Evidence evidence = new Evidence("小区停水", "领导您好,停水三天,谢谢", Map.of());
        assertThat(MODEL.reasons(evidence, MODEL.labels().indexOf("水"), 3))
                .hasSizeBetween(1, 3)
                .anyMatch(words -> words.contains("停水"))
                .allMatch(words -> words.length() <= 4);
    }

    @Test
    void learnsFromHintsToo() {
        List<Example> examples = new ArrayList<>();
        for (Example example : ToyCorpus.of(120, 3)) {
            examples.add(new Example(
                    new Evidence(
                            "同样的话", String.valueOf(1000 + examples.size()), Map.of("hint " + example.label(), 2.0)),
                    example.label()));
        }
        TextModel model = Trainer.train(examples);
        double[] shares = model.probabilities(new Evidence("同样的话", "", Map.of("hint 路", 2.0)));
        assertThat(shares[model.labels().indexOf("路")]).isGreaterThan(0.5);
    }

    @Test
    void learnsFromMessagesThatAllShareALongPhrase() {
        List<Example> examples = ToyCorpus.of(120, 6).stream()
                .map(example -> new Example(
                        new Evidence(
                                example.evidence().title(), "这一句话人人都写而且很长".repeat(3), Map.of()),
                        example.label()))
                .toList();
        TextModel model = Trainer.train(examples);
        double[] shares = model.probabilities(new Evidence("停水", "", Map.of()));
        assertThat(shares[model.labels().indexOf("水")]).isGreaterThan(0.5);
    }

    @Test
    void isTheSameEachTimeItIsTrained() throws IOException {
        assertThat(bytes(Trainer.train(ToyCorpus.of(300, 1)))).isEqualTo(bytes(MODEL));
    }

    @Test
    void answersTheSameAfterBeingWrittenAndRead() throws IOException {
        TextModel read = TextModel.read(new ByteArrayInputStream(bytes(MODEL)));
        assertThat(read.labels()).isEqualTo(MODEL.labels());
        for (Example example : ToyCorpus.of(30, 4)) {
            assertThat(read.probabilities(example.evidence())).isEqualTo(MODEL.probabilities(example.evidence()));
        }
    }

    @Test
    void holdsNoWordOfAMessage() throws IOException {
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes(MODEL))).readAllBytes();
        assertThat(new String(unpacked, StandardCharsets.UTF_8)).doesNotContain("停水", "老师", "路灯");
        assertThat(new String(unpacked, StandardCharsets.UTF_16BE)).doesNotContain("停水", "老师", "路灯");
    }

    @Test
    void refusesBytesThatAreNoModel() {
        assertThatThrownBy(() -> TextModel.read(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesToLearnASingleLabel() {
        List<Example> alike = ToyCorpus.of(30, 5).stream()
                .map(example -> new Example(example.evidence(), "水"))
                .toList();
        assertThatThrownBy(() -> Trainer.train(alike)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String best(Evidence evidence) {
        double[] shares = MODEL.probabilities(evidence);
        int best = 0;
        for (int label = 1; label < shares.length; label++) {
            best = shares[label] > shares[best] ? label : best;
        }
        return MODEL.labels().get(best);
    }

    private static byte[] bytes(TextModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }
}

package org.intakehub.deploy.measure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.intakehub.core.learning.Example;
import org.intakehub.core.learning.Folds;
import org.intakehub.core.learning.Trainer;
import org.intakehub.core.rules.CityRules;

/** Makes the category model and its figures; see {@code deploy/measure/train}. */
public final class TrainModel {
    private static final int FOLDS = 5;

    private TrainModel() {}

    /**
     * Writes the model, and beside it, under the same name with {@code .figures} behind it, how well such a model does.
     *
     * @param args where to write the model, then the files to train on
     */
    public static void main(String[] args) throws IOException {
        var classifier = CityRules.shipped().classifier();
        List<Example> examples = new ArrayList<>();
        for (var file : List.of(args).subList(1, args.length)) {
            examples.addAll(LabelledMessages.read(Path.of(file), classifier));
        }
        var confusion = crossValidated(examples);
        var model = Trainer.train(examples);
        var bytes = new ByteArrayOutputStream();
        model.write(bytes);
        var out = Path.of(args[0]);
        Files.write(out, bytes.toByteArray());
        var figures = String.format(
                Locale.ROOT,
                "messages=%d labels=%d bytes=%d cross_validated_macro_f1=%.4f accuracy=%.4f surest70=%.4f%n%s",
                examples.size(),
                model.labels().size(),
                bytes.size(),
                confusion.macroF1(),
                confusion.accuracy(),
                confusion.surest(),
                confusion);
        Files.writeString(out.resolveSibling(out.getFileName() + ".figures"), figures);
        System.out.print(figures);
    }

    /** Each fifth of the messages answered by a model that was trained on the others. */
    private static Confusion crossValidated(List<Example> examples) {
        var confusion = new Confusion();
        for (var part = 0; part < FOLDS; part++) {
            List<Example> training = new ArrayList<>();
            List<Example> test = new ArrayList<>();
            for (var example : examples) {
                (Folds.of(example.evidence(), FOLDS) == part ? test : training).add(example);
            }
            ClassifyMeasure.score(Trainer.train(training), test, confusion);
        }
        return confusion;
    }
}

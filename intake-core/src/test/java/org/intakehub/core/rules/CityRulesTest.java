package org.intakehub.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.intakehub.core.classification.AreaKind;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.CityMap;
import org.intakehub.core.classification.Division;
import org.intakehub.core.classification.Matters;
import org.intakehub.core.dispatch.UnitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityRulesTest {
    private final CityRules rules = CityRules.shipped();

    @TempDir
    private Path city;

    @Test
    void shipsTheWholeTreeOfCategories() {
        assertThat(rules.categories()).hasSize(99);
        assertThat(rules.categories().stream()
                        .map(category -> category.code().parent())
                        .distinct())
                .hasSize(15);
        assertThat(rules.category(new CategoryCode("0302"))).hasValueSatisfying(category -> {
            assertThat(category.name()).isEqualTo("占道与店外经营");
            assertThat(category.parentName()).isEqualTo("市容环卫");
        });
        assertThat(rules.category(new CategoryCode("9999"))).isEmpty();
    }

    @Test
    void shipsTheDivisionsAndTheirUnits() {
        assertThat(rules.divisions()).hasSize(18);
        assertThat(rules.division("340181102")).contains(new Division("340181102", "柘皋镇", AreaKind.TOWNSHIP));
        assertThat(rules.divisions())
                .allSatisfy(division -> assertThat(rules.units())
                        .anyMatch(unit -> unit.divisionCode()
                                .filter(division.code()::equals)
                                .isPresent()));
        assertThat(rules.unit(new UnitCode("zhujian")).map(unit -> unit.name())).contains("巢湖市住房和城乡建设局");
        assertThat(rules.unit(new UnitCode("nobody"))).isEmpty();
    }

    @Test
    void drawsEachDivisionOnceOnTheMap() {
        assertThat(rules.map().tiles().stream().flatMap(tile -> tile.division().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        rules.divisions().stream().map(Division::code).toList());
        assertThat(rules.map().tiles())
                .filteredOn(tile -> tile.division().isEmpty())
                .singleElement()
                .satisfies(tile -> assertThat(tile.name()).isEqualTo("巢湖"));
    }

    @Test
    void aCityWithItsOwnDivisionsHasNoMapUntilItDrawsOne() throws IOException {
        write("divisions.csv", "code,name,area,aliases,former_codes\n110000001,东街道,URBAN,,\n");
        write("units.csv", "code,name,area,division,aliases\nzhujian,住建局,URBAN,,\ngongan,公安局,URBAN,,\n");
        write("places.csv", "name,division,weight,excludes\n某村,110000001,2,\n");
        write(
                "dispatch.csv",
                "category,place,lead,assist,supervise,territory\n*,*,zhujian,,,assists\nthreat,*,gongan,,,assists\n");
        assertThat(CityRules.read(city).map().tiles()).isEmpty();

        write("map.csv", "place,column,row,width,height\n110000001,2,1,1,2\n东湖,1,1,1,1\n");
        assertThat(CityRules.read(city).map().tiles())
                .containsExactly(
                        new CityMap.Tile(Optional.of("110000001"), "东街道", 2, 1, 1, 2),
                        new CityMap.Tile(Optional.empty(), "东湖", 1, 1, 1, 1));
    }

    @Test
    void takesACitysOwnFileInPlaceOfTheShippedOne() throws IOException {
        write("keywords.csv", "\ufeffcategory,pattern,weight,where,excludes\r\n0207,萤火虫灯,5,both,\r\n");

        CityRules own = CityRules.read(city);

        assertThat(own.classifier().classify(Matters.of("萤火虫灯坏了", "")).category())
                .contains(new CategoryCode("0207"));
        assertThat(own.classifier().classify(Matters.of("物业费", "")).category()).isEmpty();
        assertThat(own.units()).hasSameSizeAs(rules.units());
    }

    @Test
    void readsACommaInsideQuotesAndSkipsComments() throws IOException {
        write("categories.csv", "# own tree\ncode,name,parent\n\n0101,\"甲,\"\"乙\"\"\",丙\n");
        write("keywords.csv", "category,pattern,weight,where,excludes\n0101,丁,1,both,\n");
        write(
                "dispatch.csv",
                "category,place,lead,assist,supervise,territory\n*,*,zhujian,,,assists\nthreat,*,gongan,,,assists\n");

        assertThat(CityRules.read(city).categories().get(0).name()).isEqualTo("甲,\"乙\"");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(city.resolve(file), text);
    }
}

package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class LateTabsTest {
    @Test
    void aTabsContentComesWhenItIsFirstSelectedAndStays() throws Exception {
        FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    var first = new Label("first");
                    var second = new Label("second");
                    var third = new Label("third");
                    var tabs = new TabPane(new Tab("1", first), new Tab("2", second), new Tab("3", third));
                    LateTabs.of(tabs);
                    var scene = new Scene(tabs, 400, 300);
                    tabs.applyCss();
                    assertThat(first.getScene()).isSameAs(scene);
                    assertThat(second.getScene()).isNull();

                    tabs.getSelectionModel().select(1);
                    tabs.layout();
                    assertThat(second.getScene()).isSameAs(scene);
                    assertThat(third.getScene()).isNull();

                    tabs.getSelectionModel().select(0);
                    tabs.getSelectionModel().select(1);
                    assertThat(tabs.getTabs().get(1).getContent()).isSameAs(second);
                    assertThat(tabs.getTabs().get(2).getContent()).isNull();
                    return true;
                });
    }
}

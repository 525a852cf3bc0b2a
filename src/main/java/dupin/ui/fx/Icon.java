package dupin.ui.fx;

import dupin.model.EntityKind;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.feather.FeatherIkonHandler;
import org.kordamp.ikonli.javafx.FontIcon;

/// Every icon of the console, by meaning. FX thread.
public enum Icon {
    HOME(Feather.HOME),
    INCIDENT(Feather.SHIELD),
    INVESTIGATION(Feather.CROSSHAIR),
    ACTIONS(Feather.CHECK_SQUARE),
    HUNTING(Feather.TERMINAL),
    POLICY(Feather.SLIDERS),
    SETTINGS(Feather.SETTINGS),
    HELP(Feather.HELP_CIRCLE),
    OPEN(Feather.FOLDER),
    IMPORT(Feather.DOWNLOAD),
    EXPORT(Feather.UPLOAD),
    REPORT(Feather.FILE_TEXT),
    SAVE(Feather.SAVE),
    SEARCH(Feather.SEARCH),
    FILTER(Feather.FILTER),
    SORT(Feather.BAR_CHART),
    COLUMNS(Feather.COLUMNS),
    REFRESH(Feather.REFRESH_CW),
    COPY(Feather.COPY),
    MORE(Feather.MORE_HORIZONTAL),
    CLOSE(Feather.X),
    ADD(Feather.PLUS),
    REMOVE(Feather.MINUS),
    EDIT(Feather.EDIT_2),
    DELETE(Feather.TRASH_2),
    CHECK(Feather.CHECK),
    APPROVE(Feather.CHECK),
    REJECT(Feather.X),
    UNDO(Feather.ROTATE_CCW),
    REDO(Feather.ROTATE_CW),
    HIDE(Feather.EYE_OFF),
    PLAY(Feather.PLAY),
    PAUSE(Feather.PAUSE),
    STOP(Feather.SQUARE),
    STEP_BACK(Feather.SKIP_BACK),
    STEP_FORWARD(Feather.SKIP_FORWARD),
    LEFT(Feather.CHEVRON_LEFT),
    RIGHT(Feather.CHEVRON_RIGHT),
    UP(Feather.CHEVRON_UP),
    DOWN(Feather.CHEVRON_DOWN),
    FOLD_LEFT(Feather.CHEVRONS_LEFT),
    FOLD_RIGHT(Feather.CHEVRONS_RIGHT),
    SIDEBAR(Feather.SIDEBAR),
    ALERT(Feather.BELL),
    WARNING(Feather.ALERT_TRIANGLE),
    ERROR(Feather.ALERT_OCTAGON),
    INFO(Feather.INFO),
    CLOCK(Feather.CLOCK),
    LOG(Feather.LIST),
    FINDING(Feather.EYE),
    EVIDENCE(Feather.PACKAGE),
    HISTORY(Feather.ARCHIVE),
    COMMENT(Feather.MESSAGE_SQUARE),
    TAG(Feather.TAG),
    LINK(Feather.LINK),
    GRAPH(Feather.SHARE_2),
    TABLE(Feather.GRID),
    ZOOM_IN(Feather.PLUS),
    ZOOM_OUT(Feather.MINUS),
    FIT(Feather.MAXIMIZE),
    IMAGE(Feather.IMAGE),
    LOCK(Feather.LOCK),
    UNLOCK(Feather.UNLOCK),
    REMEDIATED(Feather.TOOL),
    RUNNING(Feather.LOADER),
    DARK(Feather.MOON),
    LIGHT(Feather.SUN),
    AUTOMATION(Feather.ZAP),
    AUTOMATION_OFF(Feather.ZAP_OFF),
    TARGET(Feather.TARGET),
    FOLD(Feather.LAYERS),
    DEVICE(Feather.MONITOR),
    USER(Feather.USER),
    MAILBOX(Feather.INBOX),
    MAIL(Feather.MAIL),
    FILE(Feather.FILE),
    PROCESS(Feather.CPU),
    SERVICE(Feather.SERVER),
    DRIVER(Feather.HARD_DRIVE),
    REGISTRY(Feather.DATABASE),
    TASK(Feather.CALENDAR),
    IP_ADDRESS(Feather.MAP_PIN),
    URL(Feather.LINK_2),
    DOMAIN(Feather.GLOBE),
    CLOUD(Feather.CLOUD),
    GROUP(Feather.USERS),
    SESSION(Feather.KEY),
    UNKNOWN(Feather.HELP_CIRCLE);

    private final Feather glyph;

    Icon(Feather glyph) {
        this.glyph = glyph;
    }

    /// A new node; its size and colour come from CSS (`icon-small`, `icon-large`, `icon-huge`).
    public FontIcon node() {
        return new FontIcon(glyph);
    }

    public FontIcon node(String styleClass) {
        var icon = new FontIcon(glyph);
        icon.getStyleClass().add(styleClass);
        return icon;
    }

    /// The character of the icon font, for a canvas.
    public String glyph() {
        return Character.toString(glyph.getCode());
    }

    /// The icon font in a size, for a canvas.
    public static Font font(double size) {
        var pack = new FeatherIkonHandler();
        Font known = Font.font(pack.getFontFamily(), size);
        return known.getFamily().equalsIgnoreCase(pack.getFontFamily())
                ? known
                : Font.loadFont(pack.getFontResourceAsStream(), size);
    }

    public static Icon of(EntityKind kind) {
        return switch (kind) {
            case DEVICE -> DEVICE;
            case USER -> USER;
            case MAILBOX -> MAILBOX;
            case MAIL_MESSAGE, MAIL_CLUSTER, MAIL_SUBMISSION -> MAIL;
            case FILE -> FILE;
            case PROCESS -> PROCESS;
            case SERVICE -> SERVICE;
            case DRIVER -> DRIVER;
            case REGISTRY_KEY, REGISTRY_VALUE -> REGISTRY;
            case SCHEDULED_TASK -> TASK;
            case IP_ADDRESS -> IP_ADDRESS;
            case URL -> URL;
            case DOMAIN -> DOMAIN;
            case CLOUD_APPLICATION, OAUTH_APPLICATION, CLOUD_RESOURCE -> CLOUD;
            case SECURITY_GROUP -> GROUP;
            case SIGN_IN_SESSION -> SESSION;
            case UNKNOWN -> UNKNOWN;
        };
    }
}

package dupin;

/// The entry: without arguments the console, with arguments the command line.
///
/// It is no JavaFX application itself, or Java would look for JavaFX before this class could say what is missing.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.out.println("Dupin " + Launcher.class.getPackage().getImplementationVersion());
    }
}

package com.sun.glass.ui.deskheadless;

import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessWindow;
import com.sun.glass.ui.headless.HeadlessWindowManager;

import java.nio.ByteBuffer;

/// One screen on which the main window fits at its full size.
final class DeskheadlessApplication extends HeadlessApplication {
    static final int WIDTH = 1600;
    static final int HEIGHT = 1000;

    /// The superclass clears here what a shrinking window uncovers; nobody looks at it, but it must be large enough.
    private static final ByteBuffer BLACKBOARD = ByteBuffer.allocate(4 * 4_000_000);

    private final HeadlessWindowManager windows = new HeadlessWindowManager();
    private final Screen[] screens = {
        new Screen(0, 32, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 100, 100, 1, 1, 1, 1)
    };

    @Override
    protected Screen[] staticScreen_getScreens() {
        return screens;
    }

    @Override
    public Window createWindow(Window owner, Screen screen, int styleMask) {
        return new HeadlessWindow(windows, owner, screen, BLACKBOARD, styleMask);
    }

    @Override
    public View createView() {
        return new DeskheadlessView();
    }

    @Override
    public GlassRobot createRobot() {
        return new DeskheadlessRobot(this);
    }
}

package com.sun.glass.ui.deskheadless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.ui.Window;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessRobot;

import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;

import java.util.EnumSet;
import java.util.Set;

/// The keyboard is inherited; the mouse is new: its events carry the keys and buttons that are held, a drag stays with the window in which
/// it began, and a window behind a modal one hears nothing.
final class DeskheadlessRobot extends HeadlessRobot {
    private final Set<KeyCode> keys = EnumSet.noneOf(KeyCode.class);
    private final Set<MouseButton> buttons = EnumSet.noneOf(MouseButton.class);
    private double x;
    private double y;
    private Window hovered;
    private Window grabbed;

    DeskheadlessRobot(HeadlessApplication application) {
        super(application);
    }

    @Override
    public void keyPress(KeyCode key) {
        keys.add(key);
        super.keyPress(key);
    }

    @Override
    public void keyRelease(KeyCode key) {
        keys.remove(key);
        super.keyRelease(key);
    }

    @Override
    public double getMouseX() {
        return x;
    }

    @Override
    public double getMouseY() {
        return y;
    }

    @Override
    public void mouseMove(double toX, double toY) {
        x = toX;
        y = toY;
        hover();
        var button = buttons.stream().findFirst();
        send(target(), button.isPresent() ? MouseEvent.DRAG : MouseEvent.MOVE, button.orElse(MouseButton.NONE));
    }

    @Override
    public void mousePress(MouseButton... pressed) {
        hover();
        for (var button : pressed) {
            grabbed = target();
            buttons.add(button);
            send(grabbed, MouseEvent.DOWN, button);
            if (button == MouseButton.SECONDARY && listens(grabbed)) {
                view(grabbed).menu(inX(grabbed), inY(grabbed), (int) x, (int) y);
            }
        }
    }

    @Override
    public void mouseRelease(MouseButton... released) {
        for (var button : released) {
            var window = target();
            buttons.remove(button);
            send(window, MouseEvent.UP, button);
        }
        if (buttons.isEmpty()) {
            grabbed = null;
        }
        hover();
    }

    @Override
    public void mouseWheel(int amount) {
        hover();
        for (int i = 0; i < Math.abs(amount) && listens(hovered); i++) {
            view(hovered).wheel(inX(hovered), inY(hovered), (int) x, (int) y, amount > 0 ? -1 : 1, modifiers());
        }
    }

    @Override
    public Color getPixelColor(double atX, double atY) {
        var pixel = new int[1];
        getScreenCapture((int) atX, (int) atY, 1, 1, pixel, false);
        return convertFromIntArgb(pixel[0]);
    }

    /// All windows as they lie on top of each other, pop-ups too.
    @Override
    public void getScreenCapture(int fromX, int fromY, int width, int height, int[] data, boolean scaleToFit) {
        for (var window : Window.getWindows()) {
            if (window.getView() instanceof DeskheadlessView view) {
                view.paintOnto(data, width, height, fromX, fromY, window.getX(), window.getY());
            }
        }
    }

    private Window target() {
        return listens(grabbed) ? grabbed : hovered;
    }

    private void hover() {
        Window under = null;
        for (var window : Window.getWindows()) {
            int right = window.getX() + window.getWidth();
            int bottom = window.getY() + window.getHeight();
            boolean inside = x >= window.getX() && x < right && y >= window.getY() && y < bottom;
            if (inside && window.getView() != null && !window.isMinimized()) {
                under = window;
            }
        }
        if (under != hovered) {
            send(hovered, MouseEvent.EXIT, MouseButton.NONE);
            hovered = under;
            send(hovered, MouseEvent.ENTER, MouseButton.NONE);
        }
    }

    private void send(Window window, int type, MouseButton button) {
        if (listens(window)) {
            boolean popupTrigger = type == MouseEvent.DOWN && button == MouseButton.SECONDARY;
            view(window)
                    .mouse(type, code(button), inX(window), inY(window), (int) x, (int) y, modifiers(), popupTrigger);
        }
    }

    private static boolean listens(Window window) {
        return window != null && !window.isClosed() && window.isEnabled() && window.getView() != null;
    }

    private static DeskheadlessView view(Window window) {
        return (DeskheadlessView) window.getView();
    }

    private int inX(Window window) {
        return (int) x - window.getX();
    }

    private int inY(Window window) {
        return (int) y - window.getY();
    }

    private int modifiers() {
        int modifiers = 0;
        for (var key : keys) {
            modifiers |=
                    switch (key) {
                        case SHIFT -> KeyEvent.MODIFIER_SHIFT;
                        case CONTROL -> KeyEvent.MODIFIER_CONTROL;
                        case ALT -> KeyEvent.MODIFIER_ALT;
                        case COMMAND, META, WINDOWS -> KeyEvent.MODIFIER_COMMAND;
                        default -> 0;
                    };
        }
        for (var button : buttons) {
            modifiers |=
                    switch (button) {
                        case NONE -> 0;
                        case PRIMARY -> KeyEvent.MODIFIER_BUTTON_PRIMARY;
                        case MIDDLE -> KeyEvent.MODIFIER_BUTTON_MIDDLE;
                        case SECONDARY -> KeyEvent.MODIFIER_BUTTON_SECONDARY;
                        case BACK -> KeyEvent.MODIFIER_BUTTON_BACK;
                        case FORWARD -> KeyEvent.MODIFIER_BUTTON_FORWARD;
                    };
        }
        return modifiers;
    }

    private static int code(MouseButton button) {
        return switch (button) {
            case NONE -> MouseEvent.BUTTON_NONE;
            case PRIMARY -> MouseEvent.BUTTON_LEFT;
            case MIDDLE -> MouseEvent.BUTTON_OTHER;
            case SECONDARY -> MouseEvent.BUTTON_RIGHT;
            case BACK -> MouseEvent.BUTTON_BACK;
            case FORWARD -> MouseEvent.BUTTON_FORWARD;
        };
    }
}

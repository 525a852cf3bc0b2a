package com.sun.glass.ui.deskheadless;

import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.headless.HeadlessView;

import java.nio.IntBuffer;

/// Keeps what was painted last, and lets the robot of this package send events.
final class DeskheadlessView extends HeadlessView {
    private int[] picture = {};
    private int pictureWidth;

    @Override
    protected void _uploadPixels(long ptr, Pixels pixels) {
        pictureWidth = pixels.getWidth();
        picture = new int[pictureWidth * pixels.getHeight()];
        ((IntBuffer) pixels.getBuffer()).duplicate().rewind().get(picture);
    }

    /// Paints this view, which lies at `left`, `top`, over a picture of the screen from `x`, `y`.
    void paintOnto(int[] target, int width, int height, int x, int y, int left, int top) {
        int pictureHeight = pictureWidth == 0 ? 0 : picture.length / pictureWidth;
        for (int row = Math.max(0, top - y); row < Math.min(height, top - y + pictureHeight); row++) {
            for (int column = Math.max(0, left - x); column < Math.min(width, left - x + pictureWidth); column++) {
                int pixel = picture[(row + y - top) * pictureWidth + column + x - left];
                if (pixel != 0) {
                    target[row * width + column] = pixel;
                }
            }
        }
    }

    void mouse(int type, int button, int x, int y, int xAbs, int yAbs, int modifiers, boolean popupTrigger) {
        notifyMouse(type, button, x, y, xAbs, yAbs, modifiers, popupTrigger, false);
    }

    void menu(int x, int y, int xAbs, int yAbs) {
        notifyMenu(x, y, xAbs, yAbs, false);
    }

    void wheel(int x, int y, int xAbs, int yAbs, int deltaY, int modifiers) {
        notifyScroll(x, y, xAbs, yAbs, 0, deltaY, modifiers, 0, 0, 0, 0, 40, 40);
    }
}

package com.sun.glass.ui.deskheadless;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;

/// Created by JavaFX, by name.
public final class DeskheadlessPlatformFactory extends HeadlessPlatformFactory {
    @Override
    public Application createApplication() {
        return new DeskheadlessApplication();
    }
}

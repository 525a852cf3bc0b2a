/// What every view stands on: the FX thread and the road to it, theme, icons, badges, tables, dialogs, words and times.
///
/// - **Decision** One throttled road from workers to the screen, [dupin.ui.fx.ChangePump]; `Platform.runLater` stands in [dupin.ui.fx.FxThread]
///   alone. **Because** a call per change stalls the FX thread for most of a second at 20,000 rows; a period of 250 ms does not.
///   **Price** the screen lags by up to a period.
/// - **Decision** Dialogs, toasts and flyouts lie inside the window and answer by callback. **Because** nothing blocks, nothing gets lost behind
///   another window, and a window without a display shows them too. **Price** only the choosers of files are the system's own.
/// - **Decision** Colours are roles, values stand in `theme/roles-*.css` only, and a test computes their contrast. **Because** three themes must
///   stay readable. **Price** a new colour needs a name and three values.
/// - **Decision** Fonts are bundled. **Because** pictures and row heights are the same on every machine. **Price** 1.3 MB.
@NullMarked
package dupin.ui.fx;

import org.jspecify.annotations.NullMarked;

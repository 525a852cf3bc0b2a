package dupin.ui.fx;

import dupin.service.Window;

/// All rows that answer a question, however many, for a [TablePane]: they are read as they come into view, so what narrows
/// them is the question.
///
/// @param narrow how the question is narrowed, a sentence for people
/// @param column id of the only column that sorts them; "" for none
/// @param ascending whether they stand in that column's ascending order
public record WholeRows<T>(Window<T> window, String narrow, String column, boolean ascending) {

    /// In this order of the column.
    Window<T> ordered(boolean up) {
        return up == ascending ? window : window.turned();
    }
}

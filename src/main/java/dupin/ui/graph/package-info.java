/// The picture of an incident: marks, edges and what the mouse and the keys do with them.
///
/// - **Decision** Four pure parts and one view: positions come from [dupin.ui.graph.GraphLayout], the window on them is
///   [dupin.ui.graph.GraphViewport], [dupin.ui.graph.GraphPainter] draws with a [dupin.ui.graph.Pen], and only
///   [dupin.ui.graph.GraphCanvas] listens. **Because** layout runs off the FX thread, and one painter serves screen, PNG and SVG.
///   **Price** colours and fonts are handed in.
/// - **Decision** The default layout tells the story: columns by the layer of a mark, left to right; a mark that is new finds a
///   free place and moves nothing while others still come. When nothing comes any more, marks glide to the places that the graph
///   alone gives them. **Because** analysts remember where a thing was, and equal data must end in the equal picture. **Price** the
///   picture moves once after it has grown.
/// - **Decision** The picture is drawn by our own [dupin.ui.graph.Raster] into an image behind the screen; the toolkit only draws each
///   word and icon once, into a mask that [dupin.ui.graph.Masks] keeps. **Because** without a graphics card the toolkit's rasteriser
///   takes ten times as long, and the screen's thread waits for it. **Price** some 500 lines, and new words come a frame after
///   their marks.
/// - **Decision** One picture, no node per mark. **Because** nodes cost a hundred times more to draw. **Price** nothing in it is seen by
///   a screen reader: the tree of entities is its twin.
@NullMarked
package dupin.ui.graph;

import org.jspecify.annotations.NullMarked;

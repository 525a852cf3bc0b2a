/// The sample cases from import to undone action, through the service layer and the command line.
package dupin.story;

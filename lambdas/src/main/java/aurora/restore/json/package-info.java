/**
 * JSON: texts and trees, trees and records. By reflection on records alone, since a library that
 * binds whatever class there is takes a third of a function's start. Refuses to know what any
 * record means.
 */
package aurora.restore.json;

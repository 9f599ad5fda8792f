/// A type of components that no file can name, since its instances are made of what a file says.
package protocol Unlisted: Component {}

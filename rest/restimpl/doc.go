// Package restimpl supports generated code, such as package gen. Only generated code should import it: the package
// carries no promise of compatibility, and changes together with the templates of the generator.
package restimpl

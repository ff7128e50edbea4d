// Package restimpl supports emitted code, such as package gen. Only emitted code should import it: it carries no
// promise of compatibility, and changes together with the templates of the generator.
package restimpl

// Package page reads the vendor's documentation of a command: a markdown page with tables of fields, samples and error
// codes. [Read] returns what the page says, and [Page.Schema] joins the flat tables and the nested samples into a tree.
//
// The pages are made for readers, not for programs. They differ by year and language, and most of them break some rule
// of markdown or JSON. So a page is read line by line instead of as CommonMark, in which an unclosed fence or a stray
// tag hides the rest of the page and a table loses cells. What is repaired, and what stays open, is a [Diagnostic].
package page

// Package page reads the vendor's documentation of a command: a markdown page with tables of fields, samples and error
// codes. [Read] returns what the page says, and [Page.Schema] joins the flat tables and the nested samples into a tree.
//
// The pages are made for readers, not for programs. They differ by year and language, and most of them break some rule
// of markdown or JSON. What is repaired, and what stays open, is a [Diagnostic].
//
// goldmark parses the text of each heading, line and cell. The page itself is split into them line by line: in
// CommonMark, a fence without an end or an open list hides what follows it, text beside the end of a fence does not end
// it, and a table loses the cells that its header has not, and the rows after a blank line. Repairing all this before
// goldmark sees it, or in block parsers of our own, takes more code than reading the lines.
package page

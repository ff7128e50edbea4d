package rest

// Version is the version of this module, as in the User-Agent header. A release sets it to the version of its tag.
const Version = "0.1.0-dev"

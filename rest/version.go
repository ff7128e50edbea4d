package rest

// Version is the version of this module, which the User-Agent header names. A release sets it to the version of its tag.
const Version = "0.1.0-dev"

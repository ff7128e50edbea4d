package rest

import (
	"fmt"
	"strings"

	"github.com/timsns/timsns/internal/origin"
)

// Server is where the service is reached. Package gen has those of all regions; a test makes one of its own:
//
//	rest.Server{URL: "http://127.0.0.1:8080"}
type Server struct {
	// Name is what people call the server, such as a region's name. It may be empty.
	Name string

	// URL is the base of the URLs of all operations: https, or http on loopback.
	URL string

	// Standby is the base URL of the region's second host. It may be empty. Calls do not turn to it yet.
	Standby string
}

// base returns the server's URL without a slash at its end.
func (s Server) base() (string, error) {
	u, err := origin.Parse(s.URL)
	if err != nil {
		return "", fmt.Errorf("rest: Server.URL: %w", err)
	}
	return strings.TrimSuffix(u.String(), "/"), nil
}

package rest

import (
	"fmt"
	"strings"

	"github.com/timsns/timsns/internal/origin"
)

// Server is a region of the service. Package gen has a variable for each region; a test can use a server of its own:
//
//	rest.Server{URL: "http://127.0.0.1:8080"}
type Server struct {
	// Name is the region's name. It may be empty.
	Name string

	// URL is the base URL of all operations: https, or http on loopback.
	URL string

	// Standby is the base URL of the region's second host, which is used while the first does not answer. It may be
	// empty.
	Standby string
}

// bases returns the base URLs of the server's hosts, the primary first, without a trailing slash.
func (s Server) bases() ([]string, error) {
	primary, err := base("URL", s.URL)
	if err != nil || s.Standby == "" {
		return []string{primary}, err
	}
	standby, err := base("Standby", s.Standby)
	return []string{primary, standby}, err
}

func base(field, address string) (string, error) {
	u, err := origin.Parse(address)
	if err != nil {
		return "", fmt.Errorf("rest: Server.%s: %w", field, err)
	}
	return strings.TrimSuffix(u.String(), "/"), nil
}

package snippet

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/printable"
)

// CurlOptions say where a command of curl sends its request.
type CurlOptions struct {
	Server string // its URL. Without one, the shell's variables TIMSNS_SERVER and TIMSNS_QUERY name it and sign
	Query  string // of the URL, without random and usersig

	// Flags select the app and its administrator, for the timsns that makes the UserSig.
	Flags []string
}

// Curl returns a command of curl. The UserSig comes from the shell: from a variable, or else from timsns itself.
func Curl(operation *api.Operation, request jsontext.Value, options CurlOptions) (string, error) {
	body := request.Clone()
	if err := body.Compact(); err != nil {
		return "", err
	}
	return fmt.Sprintf(`curl --silent --show-error --header 'Content-Type: application/json' \
  --data-binary %s \
  "%s"
`, Quote(string(printable.JSON(body))), options.url(operation.Path)), nil
}

// url returns a URL for a shell's double quotes.
func (o CurlOptions) url(path string) string {
	if o.Server == "" {
		return "$TIMSNS_SERVER" + path + "?$TIMSNS_QUERY"
	}
	address := printable.Text(strings.TrimSuffix(o.Server, "/") + path + "?" + o.Query)
	quoted := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "`", "\\`", "$", `\$`).Replace(address)
	userSig := commandLine(append([]string{"timsns", "usersig"}, o.Flags...))
	return fmt.Sprintf("%s&random=%d&usersig=${TIMSNS_USERSIG:-$(%s)}", quoted, rand.Uint32(), userSig)
}

package page

import (
	"fmt"
	"os"
	"testing"

	"github.com/timsns/timsns/api"
)

func TestDump(t *testing.T) {
	text, _ := os.ReadFile(os.Getenv("PAGE"))
	p, err := Read(os.Getenv("PAGE"), text)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []api.Direction{api.Requests, api.Responses} {
		s := p.Schema(d)
		fmt.Println(s, s.Diagnostics)
		for _, f := range p.Fields(d) {
			fmt.Printf("%+v\n", f)
		}
		for _, f := range p.Samples(d) {
			fmt.Println(f.Label, f.Mode, f.Line, f.Problem, f.Repairs, f.Comments)
		}
	}
	p.Request, p.Response, p.RequestSamples, p.ResponseSamples = nil, nil, nil, nil
	fmt.Printf("%+v\n", p)
}

package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// A test of one's own holds a recorded packet to the document.
func ExampleDocument_Verify() {
	document, err := api.LoadClosed()
	if err != nil {
		log.Fatal(err)
	}
	packet := []byte(`{
  "From_Account": "alice",
  "GroupName": ["family", ""]
}`)
	for _, verdict := range document.Verify(api.Source{Name: "packets/group_get/requests/first.json", Content: packet}) {
		for _, finding := range verdict.Findings {
			fmt.Printf("%s:%d:%d: %s: %s\n", verdict.File, finding.Line, finding.Column, finding.Path, finding.Reason)
		}
	}
	// Output:
	// packets/group_get/requests/first.json:1:1: $.LastSequence: property "LastSequence" is missing
	// packets/group_get/requests/first.json:3:27: $.GroupName[1]: minimum string length is 1
}

// A program judges what the service replies to it, and keeps the exchanges for timsns verify, a line each.
func ExampleNewRecorder() {
	service, err := sandbox.Listen()
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = service.Close() }()
	sign, err := signer.New(service.Credentials())
	if err != nil {
		log.Print(err)
		return
	}
	recorder, err := api.NewRecorder(func(exchange api.Exchange, verdicts []api.Verdict) {
		exchange.URL = "https://adminapisgp.im.qcloud.com/v4/sns/group_delete" // that of a sandbox differs from run to run
		_ = json.NewEncoder(os.Stdout).Encode(exchange)
		for _, verdict := range verdicts {
			fmt.Println(verdict.Command, verdict.Direction, len(verdict.Findings))
		}
	})
	if err != nil {
		log.Print(err)
		return
	}
	client, err := gen.NewClient(service.Endpoint, sign, rest.WithMiddleware(recorder.Wrap))
	if err != nil {
		log.Print(err)
		return
	}
	_, _ = client.GroupDelete(context.Background(), gen.GroupDeleteRequest{FromAccount: "alice", GroupName: []string{"family"}})
	// Output:
	// {"method":"POST","url":"https://adminapisgp.im.qcloud.com/v4/sns/group_delete","unsigned":true,"requestType":"application/json","request":{"From_Account":"alice","GroupName":["family"]},"status":200,"responseType":"application/json","response":{"CurrentSequence":3,"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}}
	// group_delete requests 0
	// group_delete responses 0
}

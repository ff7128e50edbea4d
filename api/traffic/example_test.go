package traffic_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// A program validates the responses of the service, and writes the exchanges as NDJSON for timsns verify.
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
	recorder, err := traffic.NewRecorder(func(exchange traffic.Exchange, results []traffic.Result) {
		exchange.URL = "https://adminapisgp.im.qcloud.com/v4/sns/group_delete" // the sandbox's port varies
		_ = json.NewEncoder(os.Stdout).Encode(exchange)
		for _, result := range results {
			fmt.Println(result.Command, result.Direction, len(result.Violations))
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

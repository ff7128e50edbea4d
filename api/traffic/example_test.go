package traffic_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
)

// A program validates the responses of the service, and writes the exchanges as NDJSON for timsns verify.
func ExampleNewRecorder() {
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`))
	}))
	defer service.Close()
	sign, err := signer.New(signer.Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: "key"})
	if err != nil {
		log.Print(err)
		return
	}
	recorder, err := traffic.NewRecorder(func(exchange traffic.Exchange, results []traffic.Result) {
		exchange.URL = "https://adminapisgp.im.qcloud.com/v4/sns/friend_delete_all" // the server's port varies
		_ = json.NewEncoder(os.Stdout).Encode(exchange)
		for _, result := range results {
			fmt.Println(result.Command, result.Direction, len(result.Violations))
		}
	})
	if err != nil {
		log.Print(err)
		return
	}
	client, err := gen.NewClient(rest.Server{URL: service.URL}, sign, rest.WithMiddleware(recorder.Wrap))
	if err != nil {
		log.Print(err)
		return
	}
	_, _ = client.FriendDeleteAll(context.Background(), gen.FriendDeleteAllRequest{FromAccount: "alice"})
	// Output:
	// {"method":"POST","url":"https://adminapisgp.im.qcloud.com/v4/sns/friend_delete_all","unsigned":true,"requestType":"application/json","request":{"From_Account":"alice"},"status":200,"responseType":"application/json","response":{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}}
	// friend_delete_all requests 0
	// friend_delete_all responses 0
}

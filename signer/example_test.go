package signer_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// Sign the requests of an http.Client of your own. The sandbox stands in for a server of package gen.
func ExampleSigner_Transport() {
	server, err := sandbox.Listen()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = server.Close() }()
	sign, err := signer.New(server.Credentials()) // in production: signer.Credentials{…}
	if err != nil {
		fmt.Println(err)
		return
	}
	transport, err := sign.Transport(nil, server.Endpoint.URL)
	if err != nil {
		fmt.Println(err)
		return
	}
	client := &http.Client{Transport: transport}
	request, err := http.NewRequestWithContext(context.Background(), http.MethodPost,
		server.Endpoint.URL+"/v4/sns/group_get", strings.NewReader(`{"From_Account":"id","LastSequence":0}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	response, err := client.Do(request)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = response.Body.Close() }()
	_, _ = io.Copy(os.Stdout, response.Body)
	// Output: {"ResultItem":[{"GroupName":"group1","FriendNumber":1},{"GroupName":"group2","FriendNumber":2},{"GroupName":"group3","FriendNumber":3}],"CurrentSequence":2,"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}
}

// Sign the requests of a client that oapi-codegen generated: pass the function to its WithRequestEditorFn.
func ExampleSigner_RequestEditor() {
	server, err := sandbox.Listen()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = server.Close() }()
	sign, err := signer.New(server.Credentials()) // in production: signer.Credentials{…}
	if err != nil {
		fmt.Println(err)
		return
	}
	edit, err := sign.RequestEditor(server.Endpoint.URL)
	if err != nil {
		fmt.Println(err)
		return
	}
	// Such a client does the rest by itself.
	request, err := http.NewRequestWithContext(context.Background(), http.MethodPost,
		server.Endpoint.URL+"/v4/sns/group_get", strings.NewReader(`{"From_Account":"nobody","LastSequence":0}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := edit(context.Background(), request); err != nil {
		fmt.Println(err)
		return
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = response.Body.Close() }()
	_, _ = io.Copy(os.Stdout, response.Body)
	// Output: {"ActionStatus":"FAIL","ErrorCode":30003,"ErrorInfo":"From_Account is not an account of this app","ErrorDisplay":""}
}

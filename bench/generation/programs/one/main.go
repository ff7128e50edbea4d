// Command one calls one command with the client: the linker leaves out the others. To measure what all of them need, its
// last call is replaced by a call of each.
package main

import (
	"context"
	"log"
	"os"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/signer"
)

func main() {
	sign, err := signer.New(signer.Credentials{
		SDKAppID: 1400000000, Identifier: "administrator", SecretKey: os.Getenv("TIMSNS_SECRET_KEY"),
	})
	if err != nil {
		log.Fatal(err)
	}
	client, err := gen.NewClient(gen.Singapore, sign)
	if err != nil {
		log.Fatal(err)
	}
	log.Println(client.GroupGet(context.Background(), gen.GroupGetRequest{}))
}

// Command hand calls group_get without the client. Its size is what others are compared with.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"

	"github.com/timsns/timsns/bench/hand"
)

func main() {
	userSig, err := tencentyun.GenUserSig(1400000000, os.Getenv("TIMSNS_SECRET_KEY"), "administrator", 86400)
	if err != nil {
		log.Fatal(err)
	}
	client := hand.New("https://adminapisgp.im.qcloud.com", http.DefaultTransport, 1400000000, "administrator", userSig)
	log.Println(client.GroupGet(context.Background(), hand.GroupGetRequest{})) //nolint:gosec // it is built, and not run
}

// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package chat

import "github.com/timsns/timsns/rest"

// The servers of the service, one per region. An app belongs to one region, and only that region's server accepts it.
var (
	// China is the region of apps hosted in Mainland China.
	China = rest.Server{
		Name:    "China",
		URL:     "https://console.tim.qq.com",
		Standby: "https://adminapi.my-imcloud.com",
	}
)

// Servers returns the servers of all regions.
func Servers() []rest.Server {
	return []rest.Server{China}
}

// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package group

import "github.com/timsns/timsns/rest"

// The servers of the service, one per region. An app belongs to one region, and only that region's server accepts it.
var (
	// China is the region of apps hosted in Mainland China.
	China = rest.Server{
		Name:    "China",
		URL:     "https://console.tim.qq.com",
		Standby: "https://adminapi.my-imcloud.com",
	}
	// Frankfurt is the region of apps hosted in Frankfurt.
	Frankfurt = rest.Server{
		Name:    "Frankfurt",
		URL:     "https://adminapiger.im.qcloud.com",
		Standby: "https://adminapiger.my-imcloud.com",
	}
	// India is the region of apps hosted in Mumbai (the newer pages on these commands no longer list it).
	India = rest.Server{
		Name:    "India",
		URL:     "https://adminapiind.im.qcloud.com",
		Standby: "https://adminapiind.my-imcloud.com",
	}
	// Jakarta is the region of apps hosted in Jakarta.
	Jakarta = rest.Server{
		Name:    "Jakarta",
		URL:     "https://adminapiidn.im.qcloud.com",
		Standby: "https://adminapiidn.my-imcloud.com",
	}
	// Riyadh is the region of apps hosted in Riyadh (no page of the vendor's lists it, but client programs use it).
	Riyadh = rest.Server{
		Name:    "Riyadh",
		URL:     "https://adminapiksa.im.qcloud.com",
		Standby: "https://adminapiksa.my-imcloud.com",
	}
	// Seoul is the region of apps hosted in Seoul.
	Seoul = rest.Server{
		Name:    "Seoul",
		URL:     "https://adminapikr.im.qcloud.com",
		Standby: "https://adminapikr.my-imcloud.com",
	}
	// SiliconValley is the region of apps hosted in Silicon Valley.
	SiliconValley = rest.Server{
		Name:    "SiliconValley",
		URL:     "https://adminapiusa.im.qcloud.com",
		Standby: "https://adminapiusa.my-imcloud.com",
	}
	// Singapore is the region of apps hosted in Singapore.
	Singapore = rest.Server{
		Name:    "Singapore",
		URL:     "https://adminapisgp.im.qcloud.com",
		Standby: "https://adminapisgp.my-imcloud.com",
	}
	// Tokyo is the region of apps hosted in Tokyo.
	Tokyo = rest.Server{
		Name:    "Tokyo",
		URL:     "https://adminapijpn.im.qcloud.com",
		Standby: "https://adminapijpn.my-imcloud.com",
	}
)

// Servers returns the servers of all regions.
func Servers() []rest.Server {
	return []rest.Server{China, Frankfurt, India, Jakarta, Riyadh, Seoul, SiliconValley, Singapore, Tokyo}
}

package traffic

// Exchange is a recorded request with its response. Encoded as NDJSON, exchanges can be read by package verify; a
// [Recorder] produces them. Fields that are not known are left out and not validated.
type Exchange struct {
	// Command is the vendor's name of the operation, such as group_get. It may be omitted if there is a URL, and must
	// otherwise match it.
	Command string `json:"command,omitzero"`

	Method       string `json:"method,omitzero"`       // POST
	URL          string `json:"url,omitzero"`          // with its query
	Unsigned     bool   `json:"unsigned,omitzero"`     // whether the URL was recorded before the query was added
	RequestType  string `json:"requestType,omitzero"`  // the request's Content-Type
	Request      Body   `json:"request,omitzero"`      // nil if it is not known
	Status       int    `json:"status,omitzero"`       // the HTTP status; 0 if there was no response
	ResponseType string `json:"responseType,omitzero"` // the response's Content-Type
	Response     Body   `json:"response,omitzero"`     // nil if it is not known

	// RequestProblems and ResponseProblems are problems with the messages that the other fields do not show.
	RequestProblems  []Problem `json:"requestProblems,omitzero"`
	ResponseProblems []Problem `json:"responseProblems,omitzero"`
}

func (e *Exchange) hasRequest() bool {
	return e.URL != "" || e.Request != nil || len(e.RequestProblems) > 0
}

func (e *Exchange) hasResponse() bool {
	return e.Status != 0 || e.Response != nil || len(e.ResponseProblems) > 0
}

package console

import (
	"context"
	"net/http"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
)

// recording is the exchange of one call, without the UserSig, and what validating it found.
type recording struct {
	exchange traffic.Exchange
	results  []traffic.Result
}

type recorderKey struct{}

// newRecording returns a context for one call, which fills the recording.
func newRecording(ctx context.Context, document *api.Document) (context.Context, *recording, error) {
	recorded := &recording{}
	recorder, err := traffic.NewRecorder(func(exchange traffic.Exchange, results []traffic.Result) {
		recorded.exchange, recorded.results = exchange, results
	}, traffic.WithDocument(document))
	return context.WithValue(ctx, recorderKey{}, recorder), recorded, err
}

// record is a middleware that records with the recorder in the context of a call.
func record(next http.RoundTripper) http.RoundTripper { return recordingTransport{next} }

type recordingTransport struct{ next http.RoundTripper }

func (t recordingTransport) RoundTrip(request *http.Request) (*http.Response, error) {
	if recorder, ok := request.Context().Value(recorderKey{}).(*traffic.Recorder); ok {
		return recorder.Wrap(t.next).RoundTrip(request)
	}
	return t.next.RoundTrip(request)
}

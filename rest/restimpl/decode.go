package restimpl

import (
	"errors"
	"fmt"
	"math"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/rest"
)

// codeUnset is the value of a code until a value in the JSON replaces it.
const codeUnset rest.Code = math.MinInt64

// ReadResponse decodes a JSON object into fields, which shares its memory with response. It returns an error if the
// object has no ErrorCode, since Go's zero value would mean success.
func ReadResponse(decoder *jsontext.Decoder, response rest.Response, fields any) error {
	return readCode(decoder, fields, response.Envelope().ErrorCode, "ErrorCode")
}

// ReadResult decodes a JSON object into fields, a result whose ResultCode code points to. It returns an error if the
// object has no ResultCode.
func ReadResult(decoder *jsontext.Decoder, fields any, code *rest.Code) error {
	return readCode(decoder, fields, code, "ResultCode")
}

func readCode(decoder *jsontext.Decoder, fields any, code *rest.Code, name string) error {
	if decoder.PeekKind() == jsontext.KindNull { // which would read as an object without properties
		if err := decoder.SkipValue(); err != nil {
			return err
		}
		return errNull
	}
	*code = codeUnset
	if err := json.UnmarshalDecode(decoder, fields); err != nil {
		return err
	}
	if *code == codeUnset {
		return fmt.Errorf("%s is missing", name)
	}
	return nil
}

var errNull = errors.New("want an object, got null")

// RequireContents returns an error if response is a success and hasContents is false. name is the first property that
// the document requires of a success. RequireContents ignores a contradictory response, for which package rest has a
// better error.
func RequireContents(response rest.Response, hasContents bool, name string) error {
	envelope := response.Envelope()
	isSuccess := *envelope.ErrorCode == 0 && (*envelope.ActionStatus == "OK" || *envelope.ActionStatus == "")
	if isSuccess && !hasContents {
		return fmt.Errorf("%s is missing", name)
	}
	return nil
}

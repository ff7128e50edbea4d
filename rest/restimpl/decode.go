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

// ReadResult decodes a JSON object into fields, the result of an account whose code is the property with the name. It
// returns an error if the object does not have the property.
func ReadResult(decoder *jsontext.Decoder, fields any, code *rest.Code, name string) error {
	return readCode(decoder, fields, code, name)
}

// ReadStatus does the same for a result whose property is a word or a number in place of a code. An empty word is none.
func ReadStatus(decoder *jsontext.Decoder, fields any, name string) error {
	object, err := decoder.ReadValue()
	if err != nil {
		return err
	}
	var members map[string]jsontext.Value
	if err := json.Unmarshal(object, &members, decoder.Options()); err != nil {
		return err
	}
	switch string(members[name]) {
	case "", "null", `""`:
		return fmt.Errorf("%s is missing", name)
	}
	return json.Unmarshal(object, fields, decoder.Options())
}

func readCode(decoder *jsontext.Decoder, fields any, code *rest.Code, name string) error {
	*code = codeUnset
	if err := readObject(decoder, fields); err != nil {
		return err
	}
	if *code == codeUnset {
		return fmt.Errorf("%s is missing", name)
	}
	return nil
}

// readObject decodes a JSON object. It returns an error for null, which would read as an object without properties.
func readObject(decoder *jsontext.Decoder, fields any) error {
	if decoder.PeekKind() == jsontext.KindNull {
		if err := decoder.SkipValue(); err != nil {
			return err
		}
		return errNull
	}
	return json.UnmarshalDecode(decoder, fields)
}

var errNull = errors.New("want an object, got null")

// RequireContents returns an error if response is a success and hasContents is false. name is the first property that
// the document requires of a success. RequireContents ignores a contradictory response, for which package rest has a
// better error.
func RequireContents(response rest.Response, hasContents bool, name string) error {
	if response.Envelope().IsSuccess() && !hasContents {
		return fmt.Errorf("%s is missing", name)
	}
	return nil
}

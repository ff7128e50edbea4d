package sandbox

import (
	"bytes"
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// plainIntegers returns a valid JSON text in which integers have digits only: 0.0 becomes 0, and 1e2 becomes 100. The
// document allows either form of an integer, but Go decodes only the plain one.
func plainIntegers(body []byte) []byte {
	decoder := jsontext.NewDecoder(bytes.NewReader(body))
	var plain bytes.Buffer
	encoder := jsontext.NewEncoder(&plain)
	for {
		token, err := decoder.ReadToken()
		if err != nil { // the end, since the text is valid
			return plain.Bytes()
		}
		if token.Kind() == jsontext.KindNumber {
			err = encoder.WriteValue(plainInteger(token.String()))
		} else {
			err = encoder.WriteToken(token)
		}
		if err != nil {
			return body
		}
	}
}

// plainInteger returns a number that is no integer as it is.
func plainInteger(number string) jsontext.Value {
	mantissa, _, _ := strings.Cut(strings.ToLower(number), "e")
	if strings.Trim(mantissa, "-0.") == "" {
		return jsontext.Value("0")
	}
	// Below 1, and so for exponents that would take big.Rat for ever, there are no integers.
	size, err := strconv.ParseFloat(number, 64)
	if err != nil || math.Abs(size) < 1 {
		return jsontext.Value(number)
	}
	if exact, ok := new(big.Rat).SetString(number); ok && exact.IsInt() {
		return jsontext.Value(exact.Num().String())
	}
	return jsontext.Value(number)
}

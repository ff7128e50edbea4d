package main

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"

	"github.com/timsns/timsns/signer"
)

// userSig is the content of a UserSig.
type userSig struct {
	Version    string          `json:"TLS.ver"`
	Identifier string          `json:"TLS.identifier"`
	SDKAppID   uint64          `json:"TLS.sdkappid"`
	Issued     int64           `json:"TLS.time"`   // Unix seconds
	Lifetime   int64           `json:"TLS.expire"` // seconds
	Buffer     json.RawMessage `json:"TLS.userbuf"`
}

// decodeUserSig returns the content of a UserSig, or what is wrong with its form.
func decodeUserSig(text string) (*userSig, string) {
	switch {
	case text == "":
		return nil, "it is empty"
	case strings.Contains(text, "%"):
		return nil, "it is escaped for a URL (%): decode it first"
	}
	compressed, err := base64.StdEncoding.DecodeString(strings.NewReplacer("*", "+", "-", "/", "_", "=").Replace(text))
	if err != nil {
		return nil, "it is malformed: a character is missing, or one too many (it is not base64 in the vendor's alphabet)"
	}
	content := &userSig{}
	reader, err := zlib.NewReader(bytes.NewReader(compressed))
	if err == nil {
		var decoded []byte
		decoded, err = io.ReadAll(io.LimitReader(reader, longestUserSig))
		err = errors.Join(err, json.Unmarshal(decoded, content))
	}
	if err != nil || content.Version != "2.0" {
		return nil, "it is malformed: its beginning or end is missing, or it is no UserSig of version 2.0"
	}
	return content, ""
}

func (u *userSig) issued() time.Time { return time.Unix(u.Issued, 0).UTC() }
func (u *userSig) expiry() time.Time { return time.Unix(u.Issued+u.Lifetime, 0).UTC() }

func (u *userSig) String() string {
	return fmt.Sprintf("user:    %s\napp:     %d\nissued:  %s\nexpires: %s\n", quoteUnsafe(u.Identifier), u.SDKAppID,
		u.issued().Format(time.RFC3339), u.expiry().Format(time.RFC3339))
}

// checkUserSig describes a UserSig, and returns all that is wrong with it. An Identifier that is empty allows any user.
func checkUserSig(text string, credentials signer.Credentials, now time.Time) (description string, problems []string) {
	content, malformed := decodeUserSig(text)
	if malformed != "" {
		return "", []string{malformed}
	}
	issued := content.issued()
	reportf := func(format string, arguments ...any) { problems = append(problems, fmt.Sprintf(format, arguments...)) }
	if content.SDKAppID != uint64(credentials.SDKAppID) {
		reportf("it is of app %d, not of %d", content.SDKAppID, credentials.SDKAppID)
	}
	if wanted := credentials.Identifier; wanted != "" && content.Identifier != wanted {
		reportf("it is of user %q, not of %q", content.Identifier, wanted)
	}
	if late := now.Sub(content.expiry()); late > 0 {
		reportf("it expired %v ago", late.Truncate(time.Second))
	}
	if early := issued.Sub(now); early > 0 {
		reportf("it was issued %v from now: a clock is wrong", early.Round(time.Second))
	}
	if content.Buffer != nil {
		reportf("it has a userbuf, which only another product of the vendor uses")
		return content.String(), problems
	}
	if err := tencentyun.VerifyUserSig(
		content.SDKAppID, credentials.SecretKey, content.Identifier, text, issued,
	); err != nil {
		reportf("the secret key did not sign it: the key is another app's or has been replaced, or the UserSig was changed")
	}
	return content.String(), problems
}

package sandbox

import (
	"errors"
	"net/url"
	"strconv"
	"time"

	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"

	"github.com/timsns/timsns/gen"
)

// verifySignature verifies the UserSig with the vendor's own library, and that its owner is an administrator.
func (s *Sandbox) verifySignature(query url.Values, now time.Time) error {
	app, err := strconv.ParseUint(query.Get("sdkappid"), 10, 32)
	if err != nil {
		return newError(gen.CodeInvalidSDKAppID, "sdkappid is not an app ID")
	}
	if app != uint64(s.credentials.SDKAppID) {
		return newError(gen.CodeAppNotFound, "sdkappid names no app of this service")
	}
	identifier := query.Get("identifier")
	if err := tencentyun.VerifyUserSig(
		app, s.credentials.SecretKey, identifier, query.Get("usersig"), now,
	); err != nil {
		return newError(signatureCode(err), "usersig: "+signatureReason(err))
	}
	if identifier != s.credentials.Identifier {
		return newError(gen.CodeAdminRequired, "identifier is not an administrator of the app")
	}
	return nil
}

func signatureCode(err error) gen.ErrorCode {
	switch {
	case errors.Is(err, tencentyun.ErrExpired):
		return gen.CodeUserSigExpired
	case errors.Is(err, tencentyun.ErrIdentifierNotMatch):
		return gen.CodeUserSigIdentifierMismatch
	case errors.Is(err, tencentyun.ErrSdkAppIDNotMatch):
		return gen.CodeUserSigSDKAppIDMismatch
	case errors.Is(err, tencentyun.ErrSigNotMatch):
		return gen.CodeUserSigKeyMismatch
	}
	return gen.CodeUserSigInvalid
}

// signatureReason describes the error without the verifier's own text, which may contain parts of the signature.
func signatureReason(err error) string {
	info, _ := gen.LookupCode(signatureCode(err))
	return info.Meaning
}

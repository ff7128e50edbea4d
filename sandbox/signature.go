package sandbox

import (
	"errors"
	"net/url"
	"strconv"
	"time"

	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"

	"github.com/timsns/timsns/gen"
)

// checkSignature verifies the UserSig with the vendor's own code, and that its owner is an administrator.
func (s *Sandbox) checkSignature(query url.Values, now time.Time) error {
	app, err := strconv.ParseUint(query.Get("sdkappid"), 10, 32)
	if err != nil {
		return fail(gen.CodeInvalidSDKAppID, "sdkappid is no number of an app")
	}
	if app != uint64(s.credentials.SDKAppID) {
		return fail(gen.CodeAppNotFound, "sdkappid names no app of this service")
	}
	identifier := query.Get("identifier")
	if err := tencentyun.VerifyUserSig(
		app, s.credentials.SecretKey, identifier, query.Get("usersig"), now,
	); err != nil {
		return fail(signatureCode(err), "usersig: "+signatureFault(err))
	}
	if identifier != s.credentials.Identifier {
		return fail(gen.CodeAdminRequired, "identifier is no administrator of the app")
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

// signatureFault words the fault without the verifier's own text, which may repeat parts of the signature.
func signatureFault(err error) string {
	info, _ := gen.LookupCode(signatureCode(err))
	return info.Meaning
}

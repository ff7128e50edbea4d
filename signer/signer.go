package signer

import (
	"fmt"
	"sync/atomic"
	"time"

	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"

	"github.com/timsns/timsns/internal/redaction"
)

// Signer signs requests. It is safe for use by many goroutines, and can serve several clients at once. It prints as
// REDACTED.
type Signer struct {
	lifetime time.Duration

	// mint holds the credentials: package fmt prints a func as an address, whatever it is asked to print.
	mint func(lifetime time.Duration) (query string, err error)

	minting chan struct{} // holds an element while a caller mints
	current atomic.Pointer[signature]
}

// signature is a UserSig, ready to be sent.
type signature struct {
	query   string // the query parameters up to the value of random
	redact  func(text string) string
	clean   func(body []byte) []byte // redact, for what is too large to be searched for parts
	discard func()                   // has the next request signed with another one
	renewal time.Time                // when to mint the next one
	expiry  time.Time                // when the service refuses this one
}

// New returns a signer. The error names each field of the credentials and the option that is wrong, and what was
// expected; it does not hold the key.
func New(credentials Credentials, options ...Option) (*Signer, error) {
	if err := credentials.check(); err != nil {
		return nil, err
	}
	signer := &Signer{lifetime: defaultLifetime, mint: minter(credentials), minting: make(chan struct{}, 1)}
	for _, option := range options {
		if err := option(signer); err != nil {
			return nil, err
		}
	}
	return signer, nil
}

func minter(credentials Credentials) func(time.Duration) (string, error) {
	return func(lifetime time.Duration) (string, error) {
		userSig, err := tencentyun.GenUserSig(
			int(credentials.SDKAppID), credentials.SecretKey, credentials.Identifier, int(lifetime/time.Second))
		if err != nil {
			return "", fmt.Errorf("signer: minting a UserSig: %w", err)
		}
		return queryPrefix(credentials, userSig), nil
	}
}

// sign returns a signature that is valid now. While an old one is, nobody waits: one caller mints, and all others go
// on with the old. Only without a valid one do callers wait, for one mint.
func (s *Signer) sign() (*signature, error) {
	now := time.Now()
	current := s.current.Load()
	if current != nil && now.Before(current.renewal) {
		return current, nil
	}
	isValid := current != nil && now.Before(current.expiry)
	if !s.becomeMinter(!isValid) {
		return current, nil
	}
	defer func() { <-s.minting }()
	if latest := s.current.Load(); latest != nil && latest != current {
		return latest, nil // another caller minted it meanwhile
	}
	next, err := s.renew(now)
	if err != nil && isValid {
		return current, nil // the next caller tries again
	}
	return next, err
}

// becomeMinter makes the caller the one minter. If another is, it waits for it or returns false.
func (s *Signer) becomeMinter(wait bool) bool {
	if wait {
		s.minting <- struct{}{}
		return true
	}
	select {
	case s.minting <- struct{}{}:
		return true
	default:
		return false
	}
}

// renew mints a signature. The caller is the one minter.
func (s *Signer) renew(now time.Time) (*signature, error) {
	query, err := s.mint(s.lifetime)
	if err != nil {
		return nil, err
	}
	// A UserSig tells time in whole seconds: what remains of the current second is no part of its lifetime.
	issued := now.Truncate(time.Second)
	redact := redaction.OfQuery(query)
	next := &signature{
		query: query, redact: redact, clean: bodyRedactor(query, redact),
		renewal: issued.Add(s.lifetime - s.lifetime/10), expiry: issued.Add(s.lifetime),
	}
	next.discard = func() { s.current.CompareAndSwap(next, nil) }
	s.current.Store(next)
	return next, nil
}

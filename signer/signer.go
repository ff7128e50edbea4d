package signer

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"

	"github.com/timsns/timsns/internal/signature"
)

// Signer signs requests. It is safe for concurrent use, and several clients can share it. It prints as REDACTED.
type Signer struct {
	sdkAppID uint32
	lifetime time.Duration

	// generate holds the credentials, since package fmt prints a func as an address with any verb.
	generate func(lifetime time.Duration) (userSig, query string, err error)

	renewing chan struct{} // a lock: it holds an element while a caller generates a UserSig
	current  atomic.Pointer[userSig]
}

// userSig is a UserSig and the query parameters that stay the same while it is in use.
type userSig struct {
	text    string
	query   string
	discard func()
	renewal time.Time // when to generate the next one
	expiry  time.Time // when the service refuses this one
}

// Signature is the signature of one request. It prints as REDACTED.
type Signature = signature.Signature

// New returns a signer. The error names every invalid field of the credentials, or else the first invalid option, and
// says what was expected. It never contains the key.
func New(credentials Credentials, options ...Option) (*Signer, error) {
	if err := credentials.check(); err != nil {
		return nil, err
	}
	settings := settings{lifetime: defaultLifetime}
	for i, option := range options {
		if option == nil {
			return nil, fmt.Errorf("signer: New: want an option, got nil as option %d", i+1)
		}
		if err := option.apply(&settings); err != nil {
			return nil, err
		}
	}
	return &Signer{
		sdkAppID: credentials.SDKAppID,
		lifetime: settings.lifetime,
		generate: generator(credentials),
		renewing: make(chan struct{}, 1),
	}, nil
}

func generator(credentials Credentials) func(time.Duration) (userSig, query string, err error) {
	sdkAppID := strconv.FormatUint(uint64(credentials.SDKAppID), 10)
	prefix := "sdkappid=" + sdkAppID + "&identifier=" + url.QueryEscape(credentials.Identifier) + "&usersig="
	return func(lifetime time.Duration) (userSig, query string, err error) {
		userSig, err = tencentyun.GenUserSig(
			int(credentials.SDKAppID), credentials.SecretKey, credentials.Identifier, int(lifetime/time.Second))
		if err != nil {
			return "", "", fmt.Errorf("signer: generating a UserSig: %w", err)
		}
		return userSig, prefix + url.QueryEscape(userSig) + "&contenttype=json", nil
	}
}

// SDKAppID returns the number of the app that the signer signs for.
func (s *Signer) SDKAppID() uint32 {
	if s == nil {
		return 0
	}
	return s.sdkAppID
}

// Sign returns the signature of one request. While the UserSig is valid, no caller waits: one renews it, and the others
// use the old one meanwhile. Without a valid UserSig, callers wait until one of them has generated it.
func (s *Signer) Sign(ctx context.Context) (Signature, error) {
	if err := s.check("Sign"); err != nil {
		return Signature{}, err
	}
	current, err := s.valid(ctx, time.Now())
	if err != nil {
		return Signature{}, err
	}
	return Signature{
		Query: current.query, UserSig: current.text, Random: rand.Uint32(), Discard: current.discard,
	}, nil
}

// check returns an error unless New returned the signer.
func (s *Signer) check(function string) error {
	if s == nil || s.generate == nil {
		return fmt.Errorf("signer: %s: want a signer that New returned", function)
	}
	return nil
}

// valid returns a UserSig that is valid at now.
func (s *Signer) valid(ctx context.Context, now time.Time) (*userSig, error) {
	current := s.current.Load()
	if current != nil && now.Before(current.renewal) {
		return current, nil
	}
	isValid := current != nil && now.Before(current.expiry)
	if isLocked, err := s.lockRenewal(ctx, !isValid); !isLocked {
		return current, err
	}
	defer func() { <-s.renewing }()
	if latest := s.current.Load(); latest != nil && latest != current {
		return latest, nil // another caller renewed it meanwhile
	}
	next, err := s.renew(now)
	if err != nil && isValid {
		return current, nil // the next caller tries again
	}
	return next, err
}

// lockRenewal locks the renewal of the UserSig. If another caller holds the lock, it waits until ctx ends, or returns
// false.
func (s *Signer) lockRenewal(ctx context.Context, wait bool) (bool, error) {
	if wait {
		select {
		case s.renewing <- struct{}{}:
			return true, nil
		case <-ctx.Done():
			return false, context.Cause(ctx)
		}
	}
	select {
	case s.renewing <- struct{}{}:
		return true, nil
	default:
		return false, nil
	}
}

// renew generates a UserSig. The caller holds the lock.
func (s *Signer) renew(now time.Time) (*userSig, error) {
	text, query, err := s.generate(s.lifetime)
	if err != nil {
		return nil, err
	}
	// A UserSig contains its time in whole seconds, so its lifetime starts at the beginning of the current second.
	issued := now.Truncate(time.Second)
	next := &userSig{
		text: text, query: query,
		renewal: issued.Add(s.lifetime - s.lifetime/10), expiry: issued.Add(s.lifetime),
	}
	next.discard = func() { s.current.CompareAndSwap(next, nil) }
	s.current.Store(next)
	return next, nil
}

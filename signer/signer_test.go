package signer

import (
	"errors"
	"fmt"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"
)

var valid = Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: "key"}

// newCounted returns a signer that counts the UserSigs it generates.
func newCounted(t *testing.T, options ...Option) (*Signer, *atomic.Int64) {
	t.Helper()
	signer, err := New(valid, options...)
	require.NoError(t, err)
	var generated atomic.Int64
	generate := signer.generate
	signer.generate = func(lifetime time.Duration) (string, string, error) {
		generated.Add(1)
		return generate(lifetime)
	}
	return signer, &generated
}

// userSigOf signs and returns the UserSig.
func userSigOf(t *testing.T, signer *Signer) string {
	t.Helper()
	signature, err := signer.Sign(t.Context())
	require.NoError(t, err)
	query, err := url.ParseQuery(signature.Query)
	require.NoError(t, err)
	require.Equal(t, signature.UserSig, query.Get("usersig"))
	return signature.UserSig
}

func verify(userSig string) error {
	return tencentyun.VerifyUserSig(uint64(valid.SDKAppID), valid.SecretKey, valid.Identifier, userSig, time.Now())
}

func TestSigner_generatesOneUserSigAndRenewsItEarly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, generated := newCounted(t)
		first := userSigOf(t, signer)
		time.Sleep(24*time.Hour*9/10 - time.Second)
		assert.Equal(t, first, userSigOf(t, signer), "a moment before renewal")
		assert.EqualValues(t, 1, generated.Load())
		time.Sleep(time.Second)
		second := userSigOf(t, signer)
		assert.NotEqual(t, first, second, "at renewal")
		assert.EqualValues(t, 2, generated.Load())
		require.NoError(t, verify(first), "the first was still valid when it was renewed")
		time.Sleep(24*time.Hour - time.Second)
		require.NoError(t, verify(second))
		assert.ErrorIs(t, verify(first), tencentyun.ErrExpired)
	})
}

func TestSigner_usesOnlyValidUserSigs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, _ := newCounted(t, WithLifetime(time.Minute))
		for range 1000 {
			require.NoError(t, verify(userSigOf(t, signer)))
			time.Sleep(4567 * time.Millisecond)
		}
	})
}

func TestSigner_generatesOnceALifetimeUnderManyCallers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, generated := newCounted(t)
		for lifetime := range 5 {
			var callers sync.WaitGroup
			for range 64 {
				callers.Go(func() { assert.NoError(t, verify(userSigOf(t, signer))) })
			}
			callers.Wait()
			assert.EqualValues(t, lifetime+1, generated.Load())
			time.Sleep(24 * time.Hour * 9 / 10)
		}
	})
}

// TestSigner_renewsWithoutWaiting delays one renewal, and lets other callers sign meanwhile.
func TestSigner_renewsWithoutWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, _ := newCounted(t)
		first := userSigOf(t, signer)
		time.Sleep(24 * time.Hour * 9 / 10)
		release := holdRenewal(signer)
		go func() { _, _ = signer.Sign(t.Context()) }()
		synctest.Wait() // until the renewal is blocked
		for range 64 {
			assert.Equal(t, first, userSigOf(t, signer))
		}
		close(release)
		synctest.Wait()
		assert.NotEqual(t, first, userSigOf(t, signer))
	})
}

func TestSigner_waitsForOneRenewalWithoutAValidUserSig(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, generated := newCounted(t)
		userSigOf(t, signer)
		time.Sleep(25 * time.Hour)
		release := holdRenewal(signer)
		var signed atomic.Int64
		for range 64 {
			go func() {
				assert.NoError(t, verify(userSigOf(t, signer)))
				signed.Add(1)
			}()
		}
		synctest.Wait()
		assert.Zero(t, signed.Load(), "no one signs with an expired UserSig")
		close(release)
		synctest.Wait()
		assert.EqualValues(t, 64, signed.Load())
		assert.EqualValues(t, 2, generated.Load())
	})
}

func holdRenewal(signer *Signer) (release chan struct{}) {
	release = make(chan struct{})
	generate := signer.generate
	signer.generate = func(lifetime time.Duration) (string, string, error) {
		<-release
		return generate(lifetime)
	}
	return release
}

func TestSigner_replacesADiscardedUserSigOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, generated := newCounted(t)
		old, err := signer.Sign(t.Context())
		require.NoError(t, err)
		time.Sleep(time.Second)
		var callers sync.WaitGroup
		for range 64 {
			callers.Go(func() {
				old.Discard()
				assert.NoError(t, verify(userSigOf(t, signer)))
			})
		}
		callers.Wait()
		assert.EqualValues(t, 2, generated.Load())
		next, err := signer.Sign(t.Context())
		require.NoError(t, err)
		assert.NotEqual(t, old.UserSig, next.UserSig)
		old.Discard()
		assert.EqualValues(t, 2, generated.Load(), "a late discard has no effect")
	})
}

// TestSigner_replacesUserSigsDiscardedAtOnce discards each signature as soon as it is returned.
func TestSigner_replacesUserSigsDiscardedAtOnce(t *testing.T) {
	signer, _ := newCounted(t)
	var callers sync.WaitGroup
	for range 8 {
		callers.Go(func() {
			for range 500 {
				signature, err := signer.Sign(t.Context())
				if !assert.NoError(t, err) || !assert.NotEmpty(t, signature.UserSig) {
					return
				}
				signature.Discard()
			}
		})
	}
	callers.Wait()
}

// TestSigner_replacesAUserSigDiscardedDuringRenewal discards the UserSig that the caller would otherwise get.
func TestSigner_replacesAUserSigDiscardedDuringRenewal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, generated := newCounted(t)
		userSigOf(t, signer)
		time.Sleep(25 * time.Hour)
		signer.renewing <- struct{}{} // another caller generated
		signed := make(chan Signature, 1)
		go func() {
			signature, err := signer.Sign(t.Context())
			assert.NoError(t, err)
			signed <- signature
		}()
		synctest.Wait()
		signer.current.Store(nil)
		<-signer.renewing
		assert.NotEmpty(t, (<-signed).UserSig)
		assert.EqualValues(t, 2, generated.Load())
	})
}

// TestSigner_usesTheOldUserSigIfRenewalFails checks that the old UserSig is used as long as it is valid.
func TestSigner_usesTheOldUserSigIfRenewalFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, _ := newCounted(t)
		first := userSigOf(t, signer)
		signer.generate = func(time.Duration) (string, string, error) { return "", "", errors.New("no entropy") }
		time.Sleep(24*time.Hour - time.Second)
		assert.Equal(t, first, userSigOf(t, signer))
		time.Sleep(time.Second)
		_, err := signer.Sign(t.Context())
		assert.ErrorContains(t, err, "no entropy")
	})
}

func TestWithLifetime_refusesOtherDurations(t *testing.T) {
	for _, lifetime := range []time.Duration{0, -time.Hour, time.Second, time.Hour + 1, 3651 * 24 * time.Hour} {
		_, err := New(valid, WithLifetime(lifetime))
		require.ErrorContains(t, err, "WithLifetime: want whole seconds from 1m0s", lifetime.String())
	}
}

// FuzzUserSig checks that the vendor's code verifies the UserSig of any credentials that New accepts.
func FuzzUserSig(f *testing.F) {
	f.Add(uint32(1400000000), "administrator", "key")
	f.Add(uint32(1), "a b&c=d+%", "k")
	f.Add(uint32(0), "", "")
	f.Add(uint32(1), "a\nTLS.sdkappid:2", "key")
	f.Fuzz(func(t *testing.T, sdkAppID uint32, identifier, secretKey string) {
		signer, err := New(Credentials{SDKAppID: sdkAppID, Identifier: identifier, SecretKey: secretKey})
		if err != nil {
			return
		}
		signature := userSigOf(t, signer)
		if err := tencentyun.VerifyUserSig(uint64(sdkAppID), secretKey, identifier, signature, time.Now()); err != nil {
			t.Errorf("app %d, identifier %q: %v", sdkAppID, identifier, err)
		}
	})
}

func BenchmarkSign(b *testing.B) {
	signer, err := New(valid)
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := signer.Sign(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGenerate(b *testing.B) {
	signer, err := New(valid)
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := signer.generate(time.Hour); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleNew() {
	_, err := New(Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: "key\n"})
	fmt.Println(err)
	// Output: signer: Credentials.SecretKey: want the app's secret key, got one with white space, such as the line break at the end of a file
}

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

// newCounted returns a signer that counts its mints.
func newCounted(t *testing.T, options ...Option) (*Signer, *atomic.Int64) {
	t.Helper()
	signer, err := New(valid, options...)
	require.NoError(t, err)
	var mints atomic.Int64
	mint := signer.mint
	signer.mint = func(lifetime time.Duration) (string, error) {
		mints.Add(1)
		return mint(lifetime)
	}
	return signer, &mints
}

// userSig signs and returns the UserSig.
func userSig(t *testing.T, signer *Signer) string {
	t.Helper()
	signature, err := signer.sign()
	require.NoError(t, err)
	query, err := url.ParseQuery(signature.query)
	require.NoError(t, err)
	return query.Get("usersig")
}

func verify(userSig string) error {
	return tencentyun.VerifyUserSig(uint64(valid.SDKAppID), valid.SecretKey, valid.Identifier, userSig, time.Now())
}

func TestAUserSigIsMintedOnceAndRenewedEarly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, mints := newCounted(t)
		first := userSig(t, signer)
		time.Sleep(24*time.Hour*9/10 - time.Second)
		assert.Equal(t, first, userSig(t, signer), "a moment before renewal")
		assert.EqualValues(t, 1, mints.Load())
		time.Sleep(time.Second)
		second := userSig(t, signer)
		assert.NotEqual(t, first, second, "at renewal")
		assert.EqualValues(t, 2, mints.Load())
		require.NoError(t, verify(first), "the first was still valid when it was renewed")
		time.Sleep(24*time.Hour - time.Second)
		require.NoError(t, verify(second))
		assert.ErrorIs(t, verify(first), tencentyun.ErrExpired)
	})
}

func TestAUserSigIsValidWheneverItIsGiven(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, _ := newCounted(t, WithLifetime(time.Minute))
		for range 1000 {
			require.NoError(t, verify(userSig(t, signer)))
			time.Sleep(4567 * time.Millisecond)
		}
	})
}

func TestOneMintALifetimeUnderManyCallers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, mints := newCounted(t)
		for lifetime := range 5 {
			var callers sync.WaitGroup
			for range 64 {
				callers.Go(func() { assert.NoError(t, verify(userSig(t, signer))) })
			}
			callers.Wait()
			assert.EqualValues(t, lifetime+1, mints.Load())
			time.Sleep(24 * time.Hour * 9 / 10)
		}
	})
}

// TestRenewalKeepsNobodyWaiting holds one mint up and lets others sign meanwhile.
func TestRenewalKeepsNobodyWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, _ := newCounted(t)
		first := userSig(t, signer)
		time.Sleep(24 * time.Hour * 9 / 10)
		release := holdMint(signer)
		go func() { _, _ = signer.sign() }()
		synctest.Wait() // the minter is held up now
		for range 64 {
			assert.Equal(t, first, userSig(t, signer))
		}
		close(release)
		synctest.Wait()
		assert.NotEqual(t, first, userSig(t, signer))
	})
}

func TestWithoutAValidUserSigAllWaitForOneMint(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, mints := newCounted(t)
		userSig(t, signer)
		time.Sleep(25 * time.Hour)
		release := holdMint(signer)
		var signed atomic.Int64
		for range 64 {
			go func() {
				assert.NoError(t, verify(userSig(t, signer)))
				signed.Add(1)
			}()
		}
		synctest.Wait()
		assert.Zero(t, signed.Load(), "nobody signs with an expired UserSig")
		close(release)
		synctest.Wait()
		assert.EqualValues(t, 64, signed.Load())
		assert.EqualValues(t, 2, mints.Load())
	})
}

func holdMint(signer *Signer) (release chan struct{}) {
	release = make(chan struct{})
	mint := signer.mint
	signer.mint = func(lifetime time.Duration) (string, error) {
		<-release
		return mint(lifetime)
	}
	return release
}

func TestADiscardedUserSigIsReplacedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, mints := newCounted(t)
		old, err := signer.sign()
		require.NoError(t, err)
		time.Sleep(time.Second)
		var callers sync.WaitGroup
		for range 64 {
			callers.Go(func() {
				old.discard()
				assert.NoError(t, verify(userSig(t, signer)))
			})
		}
		callers.Wait()
		assert.EqualValues(t, 2, mints.Load())
		next, err := signer.sign()
		require.NoError(t, err)
		assert.NotEqual(t, old.query, next.query)
		old.discard()
		assert.EqualValues(t, 2, mints.Load(), "who is late discards nothing")
	})
}

// TestADiscardWhileOthersWait has each signature discarded as soon as it is there.
func TestADiscardWhileOthersWait(t *testing.T) {
	signer, _ := newCounted(t)
	var callers sync.WaitGroup
	for range 8 {
		callers.Go(func() {
			for range 500 {
				signature, err := signer.sign()
				if !assert.NoError(t, err) || !assert.NotNil(t, signature) {
					return
				}
				signature.discard()
			}
		})
	}
	callers.Wait()
}

// TestADiscardWhileACallerWaitsToMint has the signature discarded that the caller would otherwise have got.
func TestADiscardWhileACallerWaitsToMint(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, mints := newCounted(t)
		userSig(t, signer)
		time.Sleep(25 * time.Hour)
		signer.minting <- struct{}{} // another caller mints
		signed := make(chan *signature, 1)
		go func() {
			signature, err := signer.sign()
			assert.NoError(t, err)
			signed <- signature
		}()
		synctest.Wait()
		signer.current.Store(nil)
		<-signer.minting
		assert.NotNil(t, <-signed)
		assert.EqualValues(t, 2, mints.Load())
	})
}

// TestAMintThatFails is no failure of the call while the old UserSig is valid.
func TestAMintThatFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		signer, _ := newCounted(t)
		first := userSig(t, signer)
		signer.mint = func(time.Duration) (string, error) { return "", errors.New("no entropy") }
		time.Sleep(24*time.Hour - time.Second)
		assert.Equal(t, first, userSig(t, signer))
		time.Sleep(time.Second)
		_, err := signer.sign()
		assert.ErrorContains(t, err, "no entropy")
	})
}

func TestWithLifetimeNamesTheFault(t *testing.T) {
	for _, lifetime := range []time.Duration{0, -time.Hour, time.Second, time.Hour + 1, 3651 * 24 * time.Hour} {
		_, err := New(valid, WithLifetime(lifetime))
		require.ErrorContains(t, err, "WithLifetime: want whole seconds from 1m0s", lifetime.String())
	}
}

// FuzzUserSig holds that whatever credentials New takes, the vendor's own code verifies what the signer mints.
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
		signature := userSig(t, signer)
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
		if _, err := signer.sign(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMint(b *testing.B) {
	signer, err := New(valid)
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := signer.mint(time.Hour); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleNew() {
	_, err := New(Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: "key\n"})
	fmt.Println(err)
	// Output: signer: Credentials.SecretKey: want the app's secret key, got white space in it, such as the line break at the end of a file
}

package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/cobra"
)

const (
	profileVariable = "TIMSNS_PROFILE"
	configName      = "timsns/config.toml" // in $XDG_CONFIG_HOME, or else in ~/.config
)

// profile is what the configuration has about an app. The key itself is elsewhere, since configurations are copied and
// shared.
type profile struct {
	SDKAppID         int64  `toml:"sdkappid"`
	Identifier       string `toml:"identifier"`
	Server           string `toml:"server"`
	SecretKeyFile    string `toml:"secret_key_file"`
	SecretKeyCommand string `toml:"secret_key_command"`
}

// registerProfile registers the flag for all commands, so that it may stand before the name of one.
func (s *settings) registerProfile(root *cobra.Command) {
	const profileFlag = "profile"
	root.PersistentFlags().StringVar(
		&s.profile, profileFlag, "", "the `NAME` of an app in ~/.config/"+configName+" ("+profileVariable+")")
	_ = root.RegisterFlagCompletionFunc(profileFlag,
		func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			profiles, _ := readProfiles() // completion has no errors
			return slices.Sorted(maps.Keys(profiles)), cobra.ShellCompDirectiveNoFileComp
		})
}

// configFile returns the name of the configuration's file, as the XDG Base Directory Specification has it.
func configFile() (string, error) {
	if folder := os.Getenv("XDG_CONFIG_HOME"); filepath.IsAbs(folder) { // the specification ignores other ones
		return filepath.Join(folder, configName), nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".config", configName), err
}

// readProfiles returns the profiles by name.
func readProfiles() (map[string]profile, error) {
	file, err := configFile()
	if err != nil {
		return nil, err
	}
	text, err := readPrivate(file)
	if err != nil {
		return nil, err
	}
	var content struct {
		Profiles map[string]profile `toml:"profiles"`
	}
	if err := toml.NewDecoder(strings.NewReader(text)).DisallowUnknownFields().Decode(&content); err != nil {
		return nil, fmt.Errorf("%s%w", file, placed(err))
	}
	return content.Profiles, nil
}

// placed returns an error that starts with line and column. It repeats no values of the file.
func placed(err error) error {
	const place = ":%d:%d: "
	if unknown, ok := errors.AsType[*toml.StrictMissingError](err); ok {
		first := unknown.Errors[0]
		row, column := first.Position()
		return fmt.Errorf(place+"unknown key %s; a profile has sdkappid, identifier, server, "+
			"and secret_key_file or secret_key_command", row, column, strings.Join(first.Key(), "."))
	}
	if invalid, ok := errors.AsType[*toml.DecodeError](err); ok {
		row, column := invalid.Position()
		return fmt.Errorf(place+"%s", row, column, strings.TrimPrefix(invalid.Error(), "toml: "))
	}
	return fmt.Errorf(": %w", err)
}

// readProfile returns the profile with a name.
func readProfile(name string) (profile, error) {
	profiles, err := readProfiles()
	if err != nil {
		return profile{}, err
	}
	found, ok := profiles[name]
	if !ok {
		file, _ := configFile() // it has just been read
		return profile{}, fmt.Errorf("%s has no profile %q; it has: %s",
			file, name, strings.Join(slices.Sorted(maps.Keys(profiles)), ", "))
	}
	if found.SecretKeyFile != "" && found.SecretKeyCommand != "" {
		return profile{}, fmt.Errorf("profile %s: want secret_key_file or secret_key_command, got both", name)
	}
	return found, nil
}

// addProfile adds the values of the profile that is chosen, if one is.
func (s *settings) addProfile() error {
	if s.profile == "" {
		return nil
	}
	chosen, err := readProfile(s.profile)
	if err == nil {
		err = chosen.addTo(s)
	}
	if err != nil {
		return usagef("--profile or %s: %w", profileVariable, err)
	}
	return nil
}

// addTo fills the settings that neither a flag nor a variable has set.
func (p profile) addTo(given *settings) error {
	fill := func(setting *string, value string) {
		if *setting == "" {
			*setting = value
		}
	}
	if p.SDKAppID != 0 {
		fill(&given.sdkAppID, strconv.FormatInt(p.SDKAppID, 10))
	}
	fill(&given.identifier, p.Identifier)
	fill(&given.server, p.Server)
	if given.secretKey != "" {
		return nil
	}
	var err error
	switch {
	case p.SecretKeyFile != "":
		given.secretKey, err = readKey(p.SecretKeyFile)
	case p.SecretKeyCommand != "":
		given.secretKey, err = runKeyCommand(p.SecretKeyCommand)
	}
	return err
}

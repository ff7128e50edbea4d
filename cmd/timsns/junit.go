package main

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/jstemmer/go-junit-report/v2/junit"

	"github.com/timsns/timsns/api/verify"
)

// printJUnit prints a test case for each packet, in a suite for each file.
func printJUnit(out io.Writer, found *verification) error {
	report := junit.Testsuites{Name: "timsns verify"}
	names := testNames{}
	for start := 0; start < len(found.verdicts); {
		suite := junit.Testsuite{Name: found.verdicts[start].File, File: found.verdicts[start].File, Time: "0", ID: len(report.Suites)}
		for ; start < len(found.verdicts) && found.verdicts[start].File == suite.Name; start++ {
			suite.AddTestcase(names.testCase(found.verdicts[start]))
		}
		report.AddSuite(suite)
	}
	if _, err := io.WriteString(out, xml.Header); err != nil {
		return err
	}
	return report.WriteXML(out)
}

// testNames counts the test cases of each class and name. What reads a report tells them apart by these.
type testNames map[[2]string]int

func (n testNames) testCase(verdict verify.Result) junit.Testcase {
	test := junit.Testcase{
		Classname: strings.Trim(verdict.Command+"."+directionName(verdict.Direction), "."),
		Name:      fmt.Sprintf("%s:%d", verdict.File, verdict.Line),
	}
	same := [2]string{test.Classname, test.Name}
	n[same]++
	if n[same] > 1 { // on one line
		test.Name += "#" + strconv.Itoa(n[same])
	}
	if len(verdict.Violations) == 0 {
		return test
	}
	lines := make([]string, len(verdict.Violations))
	for i, finding := range verdict.Violations {
		lines[i] = sentence(verdict, finding)
	}
	test.Failure = &junit.Result{
		Type: "contract", Message: subject(verdict, verdict.Violations[0]), Data: xmlText(strings.Join(lines, "\n")),
	}
	return test
}

// xmlText replaces the characters that XML 1.0 does not allow. A CDATA section has no other way to write them.
func xmlText(text string) string {
	return strings.Map(func(r rune) rune {
		isAllowed := r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000
		if !isAllowed {
			return '\ufffd'
		}
		return r
	}, text)
}

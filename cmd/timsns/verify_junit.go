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

// printJUnit prints a test suite for each file, with a test case for each request and response.
func printJUnit(out io.Writer, verification *verification) error {
	report := junit.Testsuites{Name: verifyTool}
	names := testNames{}
	results := verification.results
	for start := 0; start < len(results); {
		file := results[start].File
		suite := junit.Testsuite{Name: xmlText(file), File: xmlText(file), Time: "0", ID: len(report.Suites)}
		for ; start < len(results) && results[start].File == file; start++ {
			suite.AddTestcase(names.testCase(results[start]))
		}
		report.AddSuite(suite)
	}
	if _, err := io.WriteString(out, xml.Header); err != nil {
		return err
	}
	return report.WriteXML(out)
}

// testNames counts the test cases of each class and name, by which readers of the report distinguish test cases.
type testNames map[[2]string]int

func (n testNames) testCase(result verify.Result) junit.Testcase {
	test := junit.Testcase{
		Classname: strings.Trim(xmlText(result.Command)+"."+directionName(result.Direction), "."),
		Name:      fmt.Sprintf("%s:%d", xmlText(result.File), result.Line),
	}
	same := [2]string{test.Classname, test.Name}
	n[same]++
	if n[same] > 1 { // several on one line
		test.Name += "#" + strconv.Itoa(n[same])
	}
	if len(result.Violations) == 0 {
		return test
	}
	lines := make([]string, len(result.Violations))
	for i, violation := range result.Violations {
		lines[i] = formatViolation(result, violation)
	}
	test.Failure = &junit.Result{
		Type: "violation", Message: formatMessage(result, result.Violations[0]), Data: xmlText(strings.Join(lines, "\n")),
	}
	return test
}

// xmlText replaces characters that are unsafe on a terminal, or that XML 1.0 does not allow, which a CDATA section
// cannot escape.
func xmlText(text string) string {
	return strings.Map(func(r rune) rune {
		if isUnsafe(r) && !strings.ContainsRune("\t\n\r", r) || r == 0xFFFE || r == 0xFFFF {
			return '\ufffd'
		}
		return r
	}, text)
}

package draft

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
)

// Draft is a document with a new command.
type Draft struct {
	Command  string
	Document []byte
	Packets  map[api.Direction][]api.Fixture // those of the pages' samples
	Points   []Point                         // what is open, in the order of the pages
}

// Point is something that a person has to decide or write.
type Point struct {
	File    string
	Line    int
	Message string
	Quote   string // what the page says about it, which is not to be copied; or ""
}

// String returns the point as compilers print errors.
func (p Point) String() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Message) }

// ErrKnown is the error if the document has the command already.
var ErrKnown = errors.New("the document has the command already; timsns drift compares it with the page")

// New adds the command that the pages describe to a document, which is named in errors. Without text, it begins one.
// The first page is the one that counts where the pages differ in what a draft cannot leave open.
func New(file string, document []byte, pages []*page.Page) (*Draft, error) {
	for _, p := range pages {
		if p.Path != pages[0].Path {
			return nil, fmt.Errorf("%s: want the pages of one command, got %s and %s", p.File, pages[0].Path, p.Path)
		}
	}
	if !pathPattern.MatchString(pages[0].Path) {
		return nil, fmt.Errorf("%s: want a path such as /v4/sns/group_get, got %s", pages[0].File, pages[0].Path)
	}
	if len(strings.TrimSpace(string(document))) > 0 {
		if err := checkRules(file, document); err != nil {
			return nil, err
		}
	}
	d := drafter{file: file, text: document, pages: pages, id: goName(pages[0].Command)}
	drafted, err := d.try()
	if errors.Is(err, errExamples) { // the samples may not be those of a union that the document has
		d.hasOwnObjects = true
		drafted, err = d.try()
	}
	return drafted, err
}

var errExamples = errors.New("a sample does not fit the schema that was made of it, which is an error of this program")

// try makes a draft, and leaves d as it is.
func (d *drafter) try() (*Draft, error) {
	attempt := *d
	return attempt.draft()
}

var pathPattern = regexp.MustCompile(`^/v4/[a-z_]+/[a-z_]*[a-z][a-z_]*$`)

// drafter adds a command to a document.
type drafter struct {
	file  string
	text  []byte // the document before
	pages []*page.Page

	document *document
	isSame   bool // whether the service is that of the embedded document, whose error codes are known
	id       string
	taken    goNames

	hasOwnObjects bool // whether no union of the document is reused

	samples       map[api.Direction][]*sample
	successStatus []string // the values of ActionStatus in samples of successes
	envelope      envelope
	xBatch        *object
	xPaging       *object
	schemas       []schema
	newCodes      []newCode

	points         []Point
	operationNotes []string
}

func (d *drafter) page() *page.Page { return d.pages[0] }

func (d *drafter) point(v *value, message, quote string) {
	d.points = append(d.points, Point{cmp.Or(v.file, d.page().File), max(v.line, 1), message, quote})
}

// open adds a point about the operation, and returns its message for a comment.
func (d *drafter) open(message string) string {
	d.points = append(d.points, Point{d.page().File, max(d.page().PathLine, 1), message, ""})
	return message
}

// openRate does the same for the rate limit.
func (d *drafter) openRate(message string) string {
	d.points = append(d.points, Point{d.page().File, max(d.page().RateLimitLine, 1), message, d.page().RateLimitText})
	return message
}

// openf adds a point about the operation, and a comment.
func (d *drafter) openf(v *value, format string, arguments ...any) {
	message := fmt.Sprintf(format, arguments...)
	d.operationNotes = append(d.operationNotes, message)
	d.point(v, message, "")
}

// draft builds the document twice: first to see which samples of the pages are valid, and then with these.
func (d *drafter) draft() (*Draft, error) {
	requests, responses := samplesOf(d.pages, api.Requests), samplesOf(d.pages, api.Responses)
	trial := *d
	text, err := trial.build(requests, responses, nil)
	if err != nil {
		return nil, err
	}
	isValid, invalid, err := validate(text, d.page().Path, requests, responses)
	if err != nil {
		return nil, err
	}
	for _, point := range invalid {
		d.points = append(d.points, point)
		d.operationNotes = append(d.operationNotes, point.String())
	}
	text, err = d.build(requests, responses, isValid)
	if err != nil {
		return nil, err
	}
	if violations := api.Lint(d.file, text).WithoutTodos(); len(violations) > 0 {
		return nil, fmt.Errorf("the draft breaks a rule, which is an error of this program: %w", violations)
	}
	return &Draft{Command: d.page().Command, Document: text, Packets: d.packets(), Points: d.sortedPoints()}, nil
}

// packets returns the samples of pages that are examples.
func (d *drafter) packets() map[api.Direction][]api.Fixture {
	packets := map[api.Direction][]api.Fixture{}
	for direction, samples := range d.samples {
		for _, s := range samples {
			packets[direction] = append(packets[direction], api.Fixture{Name: s.name, Body: s.body})
		}
	}
	return packets
}

// sortedPoints returns the points in the order of the pages, without repetitions.
func (d *drafter) sortedPoints() []Point {
	order := map[string]int{}
	for i, p := range d.pages {
		order[p.File] = i
	}
	slices.SortStableFunc(d.points, func(a, b Point) int {
		return cmp.Or(cmp.Compare(order[a.File], order[b.File]), cmp.Compare(a.Line, b.Line))
	})
	return slices.Compact(d.points)
}

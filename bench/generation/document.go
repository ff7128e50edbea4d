package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// enlarge returns the document, as JSON, with as many operations as wanted: those that it has, and copies of them with
// other names, and the operations' IDs. A copy has schemas of its own where the original does, and shares what the
// originals share.
func enlarge(document []byte, operations int) (enlarged []byte, ids []string, err error) {
	var whole map[string]any
	if err := yaml.Unmarshal(document, &whole); err != nil {
		return nil, nil, fmt.Errorf("the document: %w", err)
	}
	originals, _ := whole["paths"].(map[string]any)
	components, _ := whole["components"].(map[string]any)
	schemas, _ := components["schemas"].(map[string]any)
	if len(originals) == 0 || len(schemas) == 0 {
		return nil, nil, errors.New("the document: want paths and schemas")
	}
	owned := ownedSchemas(schemas, originals)
	paths := map[string]any{}
	sorted := slices.Sorted(maps.Keys(originals))
	for i := range operations {
		path, copies := sorted[i%len(sorted)], i/len(sorted)
		if copies == 0 {
			paths[path] = originals[path]
			continue
		}
		r := renamer{owned, fmt.Sprintf("%04d", copies)}
		paths[path+"_"+r.suffix] = r.rename(originals[path])
		if i%len(sorted) == 0 {
			for name := range owned {
				schemas[r.schemaName(name)] = r.rename(schemas[name])
			}
		}
	}
	whole["paths"] = paths
	enlarged, err = json.Marshal(whole)
	return enlarged, operationIDs(paths), err
}

// ownedSchemas returns the objects that belong to one operation, as their names tell, with its name.
func ownedSchemas(schemas, paths map[string]any) map[string]string {
	operations := operationIDs(paths)
	// the longest first, so that FriendGetListRequest is not taken for one of FriendGet
	slices.SortFunc(operations, func(a, b string) int { return len(b) - len(a) })
	owned := map[string]string{}
	for name, schema := range schemas {
		owner := slices.IndexFunc(operations, func(operation string) bool { return strings.HasPrefix(name, operation) })
		if members, _ := schema.(map[string]any); owner >= 0 && members["properties"] != nil {
			owned[name] = operations[owner]
		}
	}
	return owned
}

func operationIDs(paths map[string]any) []string {
	ids := make([]string, 0, len(paths))
	for _, item := range paths {
		post, _ := item.(map[string]any)["post"].(map[string]any)
		id, _ := post["operationId"].(string)
		ids = append(ids, id)
	}
	return ids
}

// renamer makes the names of a copy.
type renamer struct {
	owned  map[string]string
	suffix string
}

func (r renamer) schemaName(name string) string {
	if owner, isOwned := r.owned[name]; isOwned {
		return owner + r.suffix + strings.TrimPrefix(name, owner)
	}
	return name
}

// rename returns a copy of a part of the document with the operation's ID, and all references, renamed.
func (r renamer) rename(part any) any {
	const schemas = "#/components/schemas/"
	switch part := part.(type) {
	case map[string]any:
		renamed := make(map[string]any, len(part))
		for key, value := range part {
			renamed[key] = r.rename(value)
		}
		if id, ok := part["operationId"].(string); ok {
			renamed["operationId"] = id + r.suffix
		}
		return renamed
	case []any:
		renamed := make([]any, len(part))
		for i, value := range part {
			renamed[i] = r.rename(value)
		}
		return renamed
	case string:
		if name, isReference := strings.CutPrefix(part, schemas); isReference {
			return schemas + r.schemaName(name)
		}
	}
	return part
}

package sandbox

// KeepsState reports whether a sandbox executes the operation on its state. It answers the others from their fixtures.
func KeepsState(operationID string) bool {
	return behaviours[operationID] != nil
}

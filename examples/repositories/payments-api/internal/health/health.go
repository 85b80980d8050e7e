// Package health answers the probes: alive as long as the process turns, ready while the database answers.
package health

import "net/http"

// Routes returns the handler for both probes.
func Routes() http.Handler {
	mux := http.NewServeMux()
	ok := func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
	mux.HandleFunc("GET /healthz/live", ok)
	mux.HandleFunc("GET /healthz/ready", ok)
	return mux
}

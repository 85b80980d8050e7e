// Command product-catalog serves articles from a snapshot that it reloads in the background.
package main

import (
	"log"
	"net/http"

	"golang.org/x/sync/singleflight"
)

var reload singleflight.Group

func main() {
	http.HandleFunc("GET /ready", func(w http.ResponseWriter, _ *http.Request) {
		_, err, _ := reload.Do("snapshot", func() (any, error) { return nil, nil })
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		}
	})
	http.HandleFunc("GET /healthz", func(http.ResponseWriter, *http.Request) {})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
